import fc from 'fast-check';
import { fact, indicatorRule } from '../../test/support/facts.js';
import type { MeasurementFact } from '../measurements/measurement.types.js';
import { aggregate } from './aggregation.rules.js';
import { cellText, monthlyPoints } from './breakdown.rules.js';
import { evidenceOf } from './evidence.rules.js';
import type { IndicatorRule } from './figure-input.types.js';

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

describe('the months of a running total read by channel, not all in the same month', () => {
  const views = indicatorRule({ nature: 'snapshot', aggregationTime: 'last' });
  const [facebook, instagram] = [{ channel: 'facebook' }, { channel: 'instagram' }];
  const monthsOf = (
    facts: MeasurementFact[],
    rule: IndicatorRule = views,
    [start, end] = [YEAR.start, YEAR.end],
  ): [string, string][] => {
    const input = { indicators: [rule], facts, at: end, today: '2021-01-15' };
    const points = monthlyPoints(evidenceOf(rule, null, input), { start, end });
    return points.flatMap(({ period, amount, text }) => (amount === null ? [] : [[period, text]]));
  };

  it('keep the last reading of each', () => {
    const facts = [
      fact(90, '2020-04', facebook),
      fact(40, '2020-04', instagram),
      fact(95, '2020-05', facebook),
    ];
    expect(monthsOf(facts)).toEqual([
      ['2020-04', '130'],
      ['2020-05', '135'],
    ]);
    // Nothing was read in June: it has no point; « non communiqué » erases nothing.
    const later = [
      fact(null, '2020-06', facebook),
      fact(null, '2020-07', instagram),
      fact(99, '2020-07', facebook),
    ];
    expect(monthsOf([...facts, ...later])).toEqual([
      ['2020-04', '130'],
      ['2020-05', '135'],
      ['2020-07', '139'],
    ]);
  });

  it('leave out those that no longer stand, and those of the year before unless they are carried', () => {
    const facts = [
      fact(70, '2019-12', instagram),
      fact(90, '2020-04', facebook),
      fact(99, '2020-05', facebook),
    ];
    expect(monthsOf(facts).map(([, text]) => text)).toEqual(['90', '99']);
    const carried = { ...views, carriesLastValue: true };
    expect(monthsOf(facts, carried).map(([, text]) => text)).toEqual(['160', '169']);
    expect(monthsOf(facts, { ...carried, carryMaxDays: 130 }).map(([, text]) => text)).toEqual(['160', '99']);
  });

  it('are what the figure says at the end of each', () => {
    const channel = fc.constantFrom(null, 'facebook', 'instagram');
    const campaign = fc.constantFrom(null, 'SALON', 'SPOTS');
    const reading = fc.tuple(fc.integer({ min: 1, max: 12 }), channel, campaign, fc.nat(1_000));
    fc.assert(
      fc.property(fc.array(reading, { minLength: 2, maxLength: 15 }), (readings) => {
        const facts = readings.map(([month, one, other, value]) =>
          fact(value, `2020-${String(month).padStart(2, '0')}`, { channel: one, campaign: other }),
        );
        for (const [month, text] of monthsOf(facts)) {
          const known = facts.filter(({ periodEnd }) => periodEnd <= `${month}-31`);
          expect(text).toBe(cellText(aggregate(views, known), views));
        }
      }),
    );
  });
});
