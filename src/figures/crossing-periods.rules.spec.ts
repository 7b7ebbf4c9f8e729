import fc from 'fast-check';
import { fact, indicatorRule } from '../../test/support/facts.js';
import { addDays, dayNumber } from '../kernel/calendar.rules.js';
import { overlaps } from '../kernel/period.rules.js';
import type { MeasurementFact } from '../measurements/measurement.types.js';
import { aggregate } from './aggregation.rules.js';
import { untangle } from './crossing-periods.rules.js';
import { settleTotals, spanOf } from './declared-total.rules.js';

const valueOf = (one: MeasurementFact): number => one.quantity?.value ?? 0;
const untangled = (facts: readonly MeasurementFact[]) =>
  untangle(settleTotals(facts).counted, facts, valueOf);
const between = (periodStart: string, periodEnd: string, value: number, rest = {}) =>
  fact(value, '2020', { periodStart, periodEnd, precision: 'range', ...rest });

describe('periods that cross', () => {
  const early = between('2020-01-01', '2020-02-15', 130);
  const february = fact(100, '2020-02');

  it('are kept as the largest sum that tells no day twice', () => {
    const { counted, crossings } = untangled([early, february, fact(20, '2020-06')]);
    expect(counted.map(valueOf)).toEqual([20, 130]);
    expect(crossings).toEqual([{ kept: [early], left: [february], complete: false }]);
  });

  it('make room for shorter ones that fill what is left', () => {
    const rest = between('2020-02-16', '2020-02-29', 60);
    expect(untangled([early, february, rest]).crossings).toEqual([
      { kept: [early, rest], left: [february], complete: true },
    ]);
  });

  it('are of one slice: another territory tells other things', () => {
    const elsewhere = between('2020-02-01', '2020-03-15', 40, { territory: 'A' });
    expect(untangled([{ ...early, territory: 'B' }, elsewhere]).crossings).toEqual([]);
  });

  it('prefer fewer and longer periods where the sums are equal', () => {
    const [first, second] = [
      between('2020-02-01', '2020-02-10', 60),
      between('2020-02-11', '2020-02-29', 40),
    ];
    const before = between('2020-01-20', '2020-02-05', 1);
    const { counted } = untangled([february, first, second, before]);
    expect(counted).toEqual([february]);
  });

  it('leave out a breakdown that goes on beyond the days told, and make the total a minimum', () => {
    const whole = between('2020-06-15', '2020-07-31', 100);
    const web = between('2020-07-01', '2020-08-15', 30, { channel: 'web' });
    const apart = fact(null, '2020-07', { channel: 'facebook' });
    expect(aggregate(indicatorRule(), [whole, web, apart])).toMatchObject({
      amount: { value: 100, qualifier: 'at_least' },
      crossings: [{ kept: [whole], left: [web], complete: false }],
    });
    const { wording } = indicatorRule();
    const signed = indicatorRule({ wording: { ...wording, signed: true } });
    expect(aggregate(signed, [whole, web])).toMatchObject({ amount: null, empty: 'not_additive' });
  });

  const anyPeriod = fc
    .record({ start: fc.nat(60), length: fc.nat(25), value: fc.nat(100) })
    .map(({ start, length, value }) => {
      const periodStart = addDays('2020-01-01', start);
      return between(periodStart, addDays(periodStart, length), value);
    });
  const anyPeriods = fc.uniqueArray(anyPeriod, {
    maxLength: 9,
    selector: (one) => `${one.periodStart}|${one.periodEnd}`,
  });

  it('never tell a day twice, and no other choice is worth more', () => {
    fc.assert(
      fc.property(anyPeriods, (facts) => {
        const { counted } = untangled(facts);
        for (const one of counted) {
          for (const other of counted) {
            if (one !== other) expect(overlaps(spanOf(one), spanOf(other))).toBe(false);
          }
        }
        const sum = counted.reduce((total, one) => total + valueOf(one), 0);
        // No tangle: what stands is decided by length. A tangle: by the sum, whatever the subset.
        const { crossings } = untangled(facts);
        for (const { kept, left } of crossings) {
          const [start, end] = [
            Math.min(...[...kept, ...left].map((one) => dayNumber(one.periodStart))),
            Math.max(...[...kept, ...left].map((one) => dayNumber(one.periodEnd))),
          ];
          const within = facts.filter(
            (one) => dayNumber(one.periodStart) >= start && dayNumber(one.periodEnd) <= end,
          );
          const best = bestSum(within);
          expect(kept.reduce((total, one) => total + valueOf(one), 0)).toBe(best);
        }
        expect(sum).toBeGreaterThanOrEqual(Math.max(0, ...counted.map(valueOf)));
      }),
    );
  });

  it('do not depend on the order of facts', () => {
    fc.assert(
      fc.property(anyPeriods, (facts) => {
        const ids = (list: readonly MeasurementFact[]) =>
          untangled(list)
            .counted.map(({ id }) => id)
            .toSorted((one, other) => one - other);
        expect(ids(facts.toReversed())).toEqual(ids(facts));
      }),
    );
  });

  it('are untangled by the thousand in no time', () => {
    const facts = Array.from({ length: 5_000 }, (_, index) => {
      const periodStart = addDays('2000-01-01', index);
      return between(periodStart, addDays(periodStart, 2), 1);
    });
    expect(untangled(facts).counted).toHaveLength(1_667);
  });
});

/** By trying every subset. */
function bestSum(facts: readonly MeasurementFact[]): number {
  const [first, ...others] = facts;
  if (!first) return 0;
  const beside = others.filter((one) => !overlaps(spanOf(one), spanOf(first)));
  return Math.max(bestSum(others), valueOf(first) + bestSum(beside));
}
