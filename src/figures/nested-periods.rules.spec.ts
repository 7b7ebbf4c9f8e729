import { fact, indicatorRule } from '../../test/support/facts.js';
import { toAmount } from '../kernel/figure.rules.js';
import type { Qualifier } from '../kernel/figure.types.js';
import { breakdownDifferences } from './breakdown-differences.rules.js';
import { isBelow, periodDifferences } from './nested-periods.rules.js';

const flow = indicatorRule();
const sums = (...facts: Parameters<typeof periodDifferences>[1][number][]) =>
  periodDifferences(flow, facts).map(({ total, parts }) => [total.amount.value, parts.sum.value]);
const quarter = (value: number) =>
  fact(value, '2020', { periodStart: '2020-01-01', periodEnd: '2020-03-31', precision: 'range' });
const months = [10, 20, 30].map((value, index) => fact(value, `2020-0${index + 1}`));

describe('a period and the shorter ones that fill it', () => {
  it('differ when they certainly do not say the same', () => {
    expect(sums(quarter(60), ...months)).toEqual([]);
    expect(sums(quarter(61), ...months)).toEqual([[61, 60]]);
    expect(sums(quarter(59), ...months)).toEqual([[59, 60]]);
    const rough = fact(62, '2020', {
      ...quarter(62),
      quantity: { value: 62, valueMax: null, qualifier: 'about' },
    });
    expect(sums(rough, ...months)).toEqual([]);
  });

  it('are compared only where every day is told, by values', () => {
    expect(sums(quarter(70), ...months.slice(1))).toEqual([]);
    expect(sums(quarter(70), ...months.slice(0, 2))).toEqual([]);
    expect(sums(quarter(70), fact(10, '2020-01'), fact(1, '2020-02-02'), fact(30, '2020-03'))).toEqual([]);
    expect(sums(quarter(70), fact(null, '2020-01'), ...months.slice(1))).toEqual([]);
    expect(sums(quarter(70), ...months.map((one) => ({ ...one, channel: 'web' })))).toEqual([]);
  });

  it('are compared level by level: the year with its quarters, a quarter with its months', () => {
    const later = fact(40, '2020', {
      periodStart: '2020-04-01',
      periodEnd: '2020-12-31',
      precision: 'range',
    });
    expect(sums(fact(100, '2020'), quarter(61), later, ...months)).toEqual([
      [100, 101],
      [61, 60],
    ]);
  });

  it('say nothing where they cross', () => {
    const first = fact(1, '2020', { periodStart: '2020-01-01', periodEnd: '2020-02-10', precision: 'range' });
    const second = fact(1, '2020', {
      periodStart: '2020-02-05',
      periodEnd: '2020-03-31',
      precision: 'range',
    });
    expect(sums(quarter(70), first, second)).toEqual([]);
  });
});

describe('an amount certainly below another', () => {
  const amount = (value: number, qualifier: Qualifier = 'exact') =>
    toAmount({ value, valueMax: null, qualifier });
  it.each([
    [amount(1), amount(2), true],
    [amount(2), amount(2), false],
    [amount(2, 'less_than'), amount(2), true],
    [amount(2), amount(2, 'more_than'), true],
    [amount(2, 'at_least'), amount(9), false],
    [amount(2), amount(9, 'up_to'), false],
    [
      toAmount({ value: 2, valueMax: null, qualifier: 'exact' }),
      toAmount({ value: 9, valueMax: null, qualifier: 'less_than' }, { signed: true }),
      false,
    ],
  ])('%j and %j: %s', (one, other, expected) => expect(isBelow(one, other)).toBe(expected));
});

describe('a declared total and its parts', () => {
  const exhaustive = indicatorRule({ exhaustive: true });
  const total = fact(100, '2020-07');
  const part = (value: number | null, rest: object) => fact(value, '2020-07', rest);
  const found = (indicator: typeof flow, ...parts: ReturnType<typeof part>[]) =>
    breakdownDifferences(indicator, [total], [total, ...parts]).map(
      ({ dimension, parts: { sum } }) => `${dimension} ${sum.value}`,
    );

  it('must agree when the breakdown is exhaustive', () => {
    const parts = [part(60, { territory: 'A' }), part(30, { territory: 'B' })];
    expect(found(exhaustive, ...parts)).toEqual(['territory 90']);
    expect(found(flow, ...parts)).toEqual([]);
    expect(found(exhaustive, ...parts, part(10, { territory: 'C' }))).toEqual([]);
    // One that was not communicated may be the ten that lack.
    expect(found(exhaustive, ...parts, part(null, { territory: 'C' }))).toEqual([]);
  });

  it('may not make more in any case, unless parts count the same people', () => {
    const parts = [part(80, { organisation: 'A' }), part(30, { organisation: 'B' })];
    expect(found(flow, ...parts)).toEqual(['organisation 110']);
    expect(found(indicatorRule({ overlapping: true }), ...parts)).toEqual([]);
    expect(found(indicatorRule({ nature: 'mean' }), ...parts)).toEqual([]);
    const channels = [part(80, { channel: 'web' }), part(30, { channel: 'salon' })];
    expect(found(indicatorRule({ aggregationChannel: 'none' }), ...channels)).toEqual([]);
    const territories = [part(80, { territory: 'A' }), part(30, { territory: 'B' })];
    expect(found(indicatorRule({ aggregationTerritory: 'none' }), ...territories)).toEqual([]);
  });

  it('are compared over the same days only', () => {
    expect(found(exhaustive, fact(500, '2020-08', { territory: 'A' }))).toEqual([]);
  });
});
