import { campaignTold } from './campaign-suggestion.rules.js';
import { rateTotals } from './rate-totals.rules.js';

const RATE = { code: 'TAUX', decimals: 1, numerator: 'OUVERTES', denominator: 'DELIVREES', factor: 100 };
const total = (indicator: string, period: string, value: number | string) => ({
  indicator,
  period,
  value,
  qualifier: 'exact' as const,
});

describe('rates of a file', () => {
  it('are made again of the totals of their terms, in the months that tell both', () => {
    const totals = [
      total('DELIVREES', '2020-07', 379),
      total('OUVERTES', '2020-07', 171),
      total('OUVERTES', '2020-08', 12),
      total('DELIVREES', '2020-12', 0),
      total('OUVERTES', '2020-12', 1),
    ];
    expect(rateTotals(totals, [RATE])).toEqual([total('TAUX', '2020-07', '45.1')]);
    expect(rateTotals(totals, [{ ...RATE, decimals: 0 }])).toEqual([total('TAUX', '2020-07', 45)]);
  });
});

describe('the operation of which an indicator is told', () => {
  const april = { start: '2020-04-01', end: '2020-04-30' };
  const told = (campaign: string | null, periodStart: string, periodEnd: string) => ({
    indicator: 'VUES',
    campaign,
    periodStart,
    periodEnd,
  });

  it('is the only one around these days', () => {
    const season = told('OP', '2020-03-01', '2020-05-31');
    expect(campaignTold('VUES', april, [season, told('AUTRE', '2020-06-01', '2020-06-30')])).toBe('OP');
    expect(campaignTold('VUES', april, [season, told('AUTRE', '2020-04-30', '2020-04-30')])).toBeNull();
    expect(campaignTold('VUES', april, [season, told(null, '2020-04-01', '2020-04-30')])).toBeNull();
    expect(campaignTold('CLICS', april, [season])).toBeNull();
  });
});
