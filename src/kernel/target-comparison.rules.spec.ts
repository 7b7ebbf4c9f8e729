import fc from 'fast-check';
import { toAmount } from './figure.rules.js';
import type { Amount, Qualifier } from './figure.types.js';
import { compareWithTarget } from './target-comparison.rules.js';

const amount = (value: number, qualifier: Qualifier = 'exact', valueMax: number | null = null): Amount =>
  toAmount({ value, valueMax, qualifier });

describe('compareWithTarget', () => {
  it.each([
    [amount(450), amount(450), 'reached'],
    [amount(449), amount(450), 'missed'],
    [amount(13_000, 'more_than'), amount(12_000), 'reached'],
    [amount(13_000, 'more_than'), amount(13_000), 'reached'],
    [amount(13_000, 'more_than'), amount(14_000), 'undetermined'],
    [amount(400, 'nearly'), amount(400), 'missed'],
    [amount(400, 'nearly'), amount(390), 'undetermined'],
    [amount(400, 'nearly'), amount(380), 'reached'],
    [amount(600, 'about'), amount(600), 'undetermined'],
    [amount(50, 'less_than'), amount(50), 'missed'],
    [amount(50, 'up_to'), amount(50), 'undetermined'],
    [amount(200, 'between', 250), amount(251), 'missed'],
    // A qualified value to reach is certain only beyond its upper bound, and missed below its lower one.
    [amount(630), amount(600, 'about'), 'reached'],
    [amount(600), amount(600, 'about'), 'undetermined'],
    [amount(569), amount(600, 'about'), 'missed'],
    // « Au moins 12 000 » as a target is a threshold, not an endless interval.
    [amount(12_000), amount(12_000, 'at_least'), 'reached'],
    [amount(11_999), amount(12_000, 'at_least'), 'missed'],
    [amount(12_000), amount(12_000, 'more_than'), 'missed'],
    [amount(12_001), amount(12_000, 'more_than'), 'reached'],
    [amount(12_000, 'more_than'), amount(12_000, 'more_than'), 'reached'],
    // Ceilings: spend less than, at most.
    [amount(900), amount(1000, 'up_to'), 'reached'],
    [amount(1000), amount(1000, 'up_to'), 'reached'],
    [amount(1001), amount(1000, 'up_to'), 'missed'],
    [amount(1000), amount(1000, 'less_than'), 'missed'],
    [amount(999), amount(1000, 'less_than'), 'reached'],
    [amount(900, 'more_than'), amount(1000, 'up_to'), 'undetermined'],
  ])('%j against %j is %s', (value, target, expected) => {
    expect(compareWithTarget(value, target)).toBe(expected);
  });

  it('never decides from an unbounded target', () => {
    const unbounded = {
      ...amount(5),
      interval: { lower: null, lowerOpen: true, upper: null, upperOpen: true },
    };
    expect(compareWithTarget(amount(5), unbounded)).toBe('undetermined');
    expect(compareWithTarget(unbounded, amount(5))).toBe('undetermined');
  });

  it('decides exact values as numbers do', () => {
    fc.assert(
      fc.property(fc.integer(), fc.integer(), (value, target) => {
        expect(compareWithTarget(amount(value), amount(target))).toBe(value >= target ? 'reached' : 'missed');
      }),
    );
  });
});
