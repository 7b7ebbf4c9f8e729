import fc from 'fast-check';
import { intervalOf } from '../../kernel/figure.rules.js';
import { roundWords } from './round-words.rules.js';

const exact = (value: number) => ({ value, valueMax: null, qualifier: 'exact' as const });

describe('a number in round words', () => {
  it.each([
    [13_060, 13_000, 'more_than'],
    [397, 400, 'nearly'],
    [15_123, 15_000, 'more_than'],
    [999_999, 1_000_000, 'nearly'],
    [9_120, 9_100, 'more_than'],
  ])('%d is %d, %s', (value, round, qualifier) => {
    expect(roundWords(exact(value))).toEqual({ value: round, valueMax: null, qualifier });
  });

  it.each([130_000, 250, 99, 0, -4_321])('%d is said as it is', (value) => {
    expect(roundWords(exact(value))).toBeNull();
  });

  it('never says what is not true, whatever the decimals', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 10 ** 12 }),
        fc.integer({ min: 0, max: 4 }),
        (value, decimals) => {
          const round = roundWords(exact(value), decimals);
          if (round === null) return;
          const { lower, upper } = intervalOf(round);
          expect(lower === null || lower <= value).toBe(true);
          expect(upper === null || value <= upper).toBe(true);
        },
      ),
    );
  });
});
