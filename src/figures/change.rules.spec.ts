import fc from 'fast-check';
import { toAmount } from '../kernel/figure.rules.js';
import { QUALIFIERS, type Amount, type Qualifier } from '../kernel/figure.types.js';
import { changeBetween, differenceOf, wayOf } from './change.rules.js';

const amount = (value: number, qualifier: Qualifier = 'exact', valueMax: number | null = null): Amount =>
  toAmount({ value, valueMax, qualifier });
type Scale = Parameters<typeof changeBetween>[2];
const COUNT = { decimals: 0, symbol: null };
const EURO = { decimals: 2, symbol: '€' };
const PERCENT = { decimals: 1, symbol: '%' };

const plain = (text: string | undefined): string | undefined => text?.replace(/[\u00a0\u202f]/g, ' ');
const text = (current: Amount, previous: Amount, scale: Scale = COUNT): string | undefined =>
  plain(changeBetween(current, previous, scale)?.text);

const amounts = fc
  .tuple(fc.integer({ min: 0, max: 1_000_000 }), fc.nat(1_000), fc.constantFrom(...QUALIFIERS))
  .map(([value, more, qualifier]) => amount(value, qualifier, qualifier === 'between' ? value + more : null));

/** Every value that an amount may stand for, as far as integers tell: its bounds, or far away where it has none. */
const possible = ({ interval }: Amount): number[] => [interval.lower ?? -9e9, interval.upper ?? 9e9];

describe('the change from one amount to another', () => {
  it.each<[Amount, Amount, string]>([
    [amount(450), amount(300), '+50 %'],
    [amount(400, 'nearly'), amount(320), 'près de +25 %'],
    [amount(13_000, 'more_than'), amount(12_000), 'au moins +8 %'],
    [amount(50, 'up_to'), amount(100), 'baisse d’au moins 50 %'],
    [amount(479), amount(380, 'up_to'), 'au moins +26 %'],
    [amount(300), amount(380, 'up_to'), 'baisse d’au plus 22 %, ou hausse'],
    [amount(300), amount(400), '−25 %'],
    [amount(320), amount(320), 'stable'],
    // On a small base, after nothing, a percentage says nothing.
    [amount(24), amount(12), '+12'],
    [amount(0), amount(12), '−12'],
    [amount(12), amount(12), 'stable'],
    [amount(1_200), amount(0), '+1 200'],
    [amount(40, 'nearly'), amount(10), 'près de +30'],
    [amount(40, 'about'), amount(10), 'environ +30'],
    [amount(5), amount(10, 'nearly'), 'environ −5'],
    [amount(10, 'about'), amount(10), 'entre −1 et +1'],
    [amount(10, 'between', 14), amount(5), 'entre +5 et +9'],
    [amount(15, 'at_least'), amount(10), 'au moins +5'],
    [amount(10, 'at_least'), amount(12), 'baisse d’au plus 2, ou hausse'],
    [amount(5, 'up_to'), amount(10), 'baisse d’au moins 5'],
    [amount(15), amount(10, 'less_than'), 'au moins +5'],
    [amount(5), amount(10, 'up_to'), 'entre −5 et +5'],
    [amount(5), amount(10, 'at_least'), 'baisse d’au moins 5'],
    [amount(15), amount(10, 'at_least'), 'au plus +5'],
  ])('case %#', (current, previous, expected) => {
    expect(text(current, previous)).toBe(expected);
  });

  it('is a number of points between two percentages', () => {
    expect(text(amount(330), amount(300), PERCENT)).toBe('+3 points');
    expect(text(amount(285), amount(300), PERCENT)).toBe('−1,5 point');
    expect(text(amount(300), amount(300), PERCENT)).toBe('stable');
    expect(text(amount(330, 'between', 350), amount(320), PERCENT)).toBe('entre +1 et +3 points');
    expect(text(amount(200), amount(300, 'at_least'), PERCENT)).toBe('baisse d’au moins 10 points');
  });

  it('does not say again what a note is out of', () => {
    expect(text(amount(43), amount(41), { decimals: 1, symbol: '/5' })).toBe('+0,2');
  });

  it('keeps the symbol of money, and its cents out of a large sum', () => {
    expect(text(amount(1_500), amount(1_000), EURO)).toBe('+5 €');
    expect(text(amount(150_000), amount(100_000), EURO)).toBe('+50 %');
    expect(text(amount(500_000), amount(0), EURO)).toBe('+5 000 €');
  });

  it('is nothing certain between two minimums, or beyond exact numbers', () => {
    expect(changeBetween(amount(15_000, 'more_than'), amount(13_000, 'more_than'), COUNT)).toBeNull();
    expect(differenceOf({ ...amount(0), value: Number.MAX_SAFE_INTEGER }, amount(-9e15))).toBeNull();
  });

  it('goes a way only when all of it does', () => {
    const way = (current: Amount, previous: Amount): string | null => {
      const change = changeBetween(current, previous, COUNT);
      return change && wayOf(change);
    };
    expect(way(amount(400, 'nearly'), amount(320))).toBe('up');
    expect(way(amount(300), amount(320))).toBe('down');
    expect(way(amount(320), amount(320))).toBe('stable');
    expect(way(amount(12), amount(12))).toBe('stable');
    expect(way(amount(330, 'about'), amount(320))).toBeNull();
    expect(way(amount(10, 'at_least'), amount(12))).toBeNull();
    expect(wayOf({ kind: 'not_comparable', reason: 'partial', text: '' })).toBeNull();
  });

  it('holds every difference that the amounts leave possible', () => {
    fc.assert(
      fc.property(amounts, amounts, (current, previous) => {
        const difference = differenceOf(current, previous);
        if (difference === null) return true;
        const { lower, upper } = difference.interval;
        return possible(current).every((now) =>
          possible(previous).every(
            (then) => (lower ?? -Infinity) <= now - then && now - then <= (upper ?? Infinity),
          ),
        );
      }),
    );
  });

  it('turns over when the two years change places, and never prints what is no number', () => {
    fc.assert(
      fc.property(amounts, amounts, (current, previous) => {
        const [there, back] = [differenceOf(current, previous), differenceOf(previous, current)];
        expect(there === null).toBe(back === null);
        if (there === null || back === null) return;
        expect(there.interval.lower).toBe(back.interval.upper === null ? null : 0 - back.interval.upper);
        for (const scale of [COUNT, EURO, PERCENT]) {
          const change = changeBetween(current, previous, scale);
          expect(change?.text).not.toMatch(/NaN|Infinity|(?:^|\D)-|−0(?![,\d])|^\s|\s$/);
        }
      }),
    );
  });
});
