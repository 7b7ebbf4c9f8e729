import { fact, indicatorRule } from '../../test/support/facts.js';
import { monthlyPoints } from './breakdown.rules.js';
import { evidenceOf } from './evidence.rules.js';

const YEAR = { start: '2020-01-01', end: '2020-12-31' };

it('shows the early months of a stock whose values grow old', () => {
  const members = indicatorRule({ nature: 'stock', aggregationTime: 'last', carryMaxDays: 60 });
  const facts = [fact(320, '2020-01'), fact(350, '2020-06'), fact(400, '2020-12')];
  const evidence = evidenceOf(members, null, {
    indicators: [members],
    facts,
    at: '2020-12-31',
    today: '2021-01-15',
  });
  const told = monthlyPoints(evidence, YEAR).filter((point) => point.amount !== null);
  expect(told.map(({ period, amount }) => [period, amount?.value])).toEqual([
    ['2020-01', 320],
    ['2020-06', 350],
    ['2020-12', 400],
  ]);
});

it('shows no course of one month alone: it would repeat the total', () => {
  const flow = indicatorRule();
  const told = (...facts: ReturnType<typeof fact>[]): unknown[] =>
    monthlyPoints(
      evidenceOf(flow, null, { indicators: [flow], facts, at: '2020-12-31', today: '2021-01-15' }),
      YEAR,
    );
  expect(told(fact(450, '2020-01'), fact(null, '2020-02'))).toEqual([]);
  expect(told(fact(450, '2020-01'), fact(0, '2020-02'))).toHaveLength(12);
});

it('computes a rate of each month from terms that have grown old since', () => {
  const term = (code: string): ReturnType<typeof indicatorRule> =>
    indicatorRule({ code, nature: 'stock', aggregationTime: 'last', carryMaxDays: 30 });
  const rate = indicatorRule({
    code: 'TAUX',
    nature: 'ratio',
    aggregationTime: 'none',
    numerator: 'ACTIFS',
    denominator: 'MEMBRES',
    factor: 100,
  });
  const facts = ['2020-02', '2020-11'].flatMap((month) => [
    fact(50, month, { indicator: 'ACTIFS' }),
    fact(100, month, { indicator: 'MEMBRES' }),
  ]);
  const evidence = evidenceOf(rate, null, {
    indicators: [rate, term('ACTIFS'), term('MEMBRES')],
    facts,
    at: '2020-12-31',
    today: '2021-01-15',
  });
  const told = monthlyPoints(evidence, YEAR).filter((point) => point.amount !== null);
  expect(told.map(({ period, amount }) => [period, amount?.value])).toEqual([
    ['2020-02', 50],
    ['2020-11', 50],
  ]);
});
