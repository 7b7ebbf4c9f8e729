import { fact, figuresInput, indicatorRule } from '../../test/support/facts.js';
import type { MeasurementAnswer } from '../measurements/measurement-answer.types.js';
import { figureOf } from './figure.rules.js';
import { provenanceAnswer } from './provenance-answer.rules.js';
import type { FigureProvenance, ShownFact } from './provenance.types.js';

const indicator = indicatorRule();
const campaign = { code: 'SALON', name: 'Salon', shortName: 'Salon' };
const counted = fact(450, '2020-01', { campaign: 'SALON' });

const shown = (rest: Partial<ShownFact>): ShownFact => {
  const answer: MeasurementAnswer = {
    id: 1,
    version: 1,
    indicator: indicator.code,
    periodStart: '2020-01-01',
    periodEnd: '2020-01-31',
    precision: 'month',
    status: 'validated',
    marking: 'final',
    recordedAt: counted.recordedAt,
  };
  const current = { answer, quantity: counted.quantity };
  return { fact: counted, aside: null, indicator, reason: null, versions: [current], current, ...rest };
};
const told = (rest: Partial<FigureProvenance>): FigureProvenance => ({
  figure: figureOf(indicator, null, figuresInput({ indicators: [indicator], facts: [counted] })),
  computation: 'Une seule valeur.',
  checks: [],
  facts: [shown({}), shown({ aside: 'newer_value', reason: 'remplacée' })],
  hidden: 0,
  next: null,
  ...rest,
});

describe('where a figure comes from, as the API tells it', () => {
  it('says of each measurement whether it counts, or why not', () => {
    const answer = provenanceAnswer(told({}));
    expect(answer).toMatchObject({ indicator: 'VISITEURS', value: 450, computation: 'Une seule valeur.' });
    expect(answer.items.map(({ counted: counts, aside }) => [counts, aside])).toEqual([
      [true, undefined],
      [false, { code: 'newer_value', text: 'remplacée' }],
    ]);
    expect(Object.keys(answer)).not.toEqual(expect.arrayContaining(['campaign', 'hidden', 'next']));
  });

  it('names the operation, what is hidden and where the next page starts', () => {
    const figure = figureOf(
      indicator,
      campaign,
      figuresInput({ indicators: [indicator], campaigns: [campaign], facts: [counted] }),
    );
    expect(provenanceAnswer(told({ figure, hidden: 2, next: 'abc' }))).toMatchObject({
      campaign: 'SALON',
      hidden: 2,
      next: 'abc',
    });
  });
});
