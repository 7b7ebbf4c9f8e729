import { fact, figuresInput, indicatorRule } from '../../test/support/facts.js';
import { figuresByCampaign } from './campaign-figures.rules.js';

describe('the figures of campaigns', () => {
  const campaigns = ['SALON', 'SPOTS', 'PORTAIL'].map((code) => ({ code, name: code, shortName: code }));
  const indicators = [indicatorRule(), indicatorRule({ code: 'VUES' })];
  const facts = [
    fact(450, '2020-09', { campaign: 'SALON', territory: 'CAHORS' }),
    fact(13, '2020-07', { campaign: 'SPOTS', indicator: 'VUES' }),
    fact(9, '2020-07'),
  ];

  it('are those of the campaigns measured, for the indicators that they measure', () => {
    const found = figuresByCampaign(figuresInput({ campaigns, indicators, facts }));
    expect(
      [...found].map(([code, figures]) => [code, figures.map(({ indicator }) => indicator.code)]),
    ).toEqual([
      ['SALON', ['VISITEURS']],
      ['SPOTS', ['VUES']],
    ]);
    expect(found.get('SALON')).toMatchObject([{ amount: { value: 450 }, breakdown: [{ key: 'CAHORS' }] }]);
  });

  it('come without their breakdowns where only totals are asked for', () => {
    const found = figuresByCampaign(figuresInput({ campaigns, indicators, facts, totalsOnly: true }));
    expect(found.get('SALON')).toMatchObject([{ amount: { value: 450 }, breakdown: [] }]);
  });
});
