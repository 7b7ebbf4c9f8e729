import fc from 'fast-check';
import { sumAmounts, toAmount } from './figure.rules.js';
import { QUALIFIERS, type Amount, type Qualifier, type Rate } from './figure.types.js';
import { formatRate } from './french-number.rules.js';
import { ceilDivide, floorDivide, roundDivide } from './integer-division.rules.js';
import { rateOf, variationOf } from './rate.rules.js';

const amount = (value: number, qualifier: Qualifier = 'exact', valueMax: number | null = null): Amount =>
  toAmount({ value, valueMax, qualifier });
const signedAmount = (value: number, qualifier: Qualifier): Amount =>
  toAmount({ value, valueMax: null, qualifier }, { signed: true });
/** « Jusqu’à 380 » of which some is certain: 80, and up to 300. */
const part = (certain: number, most: number): Amount =>
  sumAmounts([amount(certain), amount(most - certain, 'up_to')]) as Amount;
const plain = (text: string): string => text.replace(/[\u00a0\u202f]/g, ' ');

const anyAmount = (min: number, max: number): fc.Arbitrary<Amount> =>
  fc
    .tuple(fc.constantFrom(...QUALIFIERS), fc.integer({ min, max }), fc.integer({ min: 1, max: 1000 }))
    .map(([qualifier, value, more]) =>
      amount(value, qualifier, qualifier === 'between' ? value + more : null),
    );

describe('rateOf', () => {
  it.each([
    [amount(150), amount(450), 33.3, 33, 34, '33,3 %'],
    [amount(590), amount(500), 118, 118, 118, '118 %'],
    [amount(0), amount(450), 0, 0, 0, '0 %'],
    [amount(-12), amount(100), -12, -12, -12, '−12 %'],
    [amount(13_000, 'more_than'), amount(12_000), 108.3, 108, null, 'au moins 108 %'],
    [amount(13_000, 'more_than'), amount(14_000), 92.9, 92, null, 'au moins 92 %'],
    [amount(400, 'nearly'), amount(500), 80, 76, 80, 'près de 80 %'],
    [amount(600, 'about'), amount(500), 120, 114, 126, 'environ 120 %'],
    [amount(50, 'less_than'), amount(500), 10, 0, 10, 'jusqu’à 10 %'],
    [amount(200, 'between', 250), amount(500), 45, 40, 50, 'entre 40 et 50 %'],
    [amount(400), amount(500, 'about'), 80, 76, 85, 'environ 80 %'],
    [amount(400), amount(500, 'more_than'), 80, 0, 80, 'jusqu’à 80 %'],
    [amount(400), amount(500, 'less_than'), 80, 80, null, 'au moins 80 %'],
    [amount(50, 'less_than'), amount(500, 'about'), 10, 0, 11, 'jusqu’à 11 %'],
    [amount(-40, 'about'), amount(400, 'about'), -10, -12, -9, 'environ −10 %'],
    [signedAmount(50, 'less_than'), amount(500), 10, null, 10, 'jusqu’à 10 %'],
    [amount(400), amount(400, 'between', 600), 80, 66, 100, 'entre 66 et 100 %'],
    [amount(0), amount(500, 'more_than'), 0, 0, 0, '0 %'],
    [amount(0, 'about'), amount(500, 'about'), 0, 0, 0, '0 %'],
    [signedAmount(-40, 'exact'), amount(100, 'more_than'), -40, -40, 0, 'au moins −40 %'],
    [part(100, 150), amount(200), 75, 50, 75, 'jusqu’à 75 %'],
    [amount(400), part(100, 500), 80, 80, 400, 'au moins 80 %'],
    [part(100, 150), part(100, 500), 30, 20, 150, 'entre 20 et 150 %'],
    [part(0, 150), part(100, 500), 30, 0, 150, 'jusqu’à 150 %'],
  ])('%j of %j', (numerator, denominator, value, lower, upper, text) => {
    const rate = rateOf(numerator, denominator);
    expect(rate).toMatchObject({ kind: 'rate', value, lower, upper });
    expect(plain(formatRate(rate))).toBe(text);
  });

  it.each([
    [amount(5), amount(0), 'zero_denominator'],
    [amount(5), amount(0, 'less_than'), 'zero_denominator'],
    [amount(5), amount(-10), 'sign_change'],
    [amount(5), signedAmount(10, 'less_than'), 'unbounded'],
    [amount(5), { ...amount(5), interval: { ...amount(5).interval, lower: -1 } }, 'unbounded'],
    [amount(5, 'more_than'), amount(10, 'more_than'), 'unbounded'],
    [amount(0, 'more_than'), amount(10), 'unbounded'],
    [signedAmount(5, 'less_than'), amount(10, 'less_than'), 'unbounded'],
    [amount(Number.MAX_SAFE_INTEGER), amount(1), 'small_base'],
  ])('%j of %j is not computable', (numerator, denominator, reason) => {
    expect(rateOf(numerator, denominator)).toEqual({ kind: 'not_computable', reason });
  });

  it('never gives NaN nor Infinity, and rounds outward', () => {
    fc.assert(
      fc.property(anyAmount(-10_000, 1_000_000), anyAmount(-10, 1_000_000), (numerator, denominator) => {
        const rate = rateOf(numerator, denominator);
        expect(formatRate(rate)).not.toMatch(/NaN|Infinity|undefined|null/);
        expect(formatRate(rate, { signed: true })).not.toMatch(/NaN|Infinity|undefined|null/);
        if (rate.kind === 'not_computable') return;
        expect(Number.isFinite(rate.value)).toBe(true);
        if (rate.lower !== null) expect(rate.lower).toBeLessThanOrEqual(rate.value);
        if (rate.upper !== null) expect(rate.upper).toBeGreaterThanOrEqual(rate.value);
      }),
      { numRuns: 1000 },
    );
  });
});

describe('variationOf', () => {
  const words = (current: Amount, previous: Amount): string =>
    plain(formatRate(variationOf(current, previous), { signed: true }));

  it('says « près de +25 % », not « +25,0 % »', () => {
    expect(variationOf(amount(400, 'nearly'), amount(320))).toEqual({
      kind: 'rate',
      value: 25,
      lower: 18,
      upper: 25,
      qualifier: 'nearly',
    });
    expect(words(amount(400, 'nearly'), amount(320))).toBe('près de +25 %');
  });

  it.each([
    [amount(450), amount(320), '+40,6 %'],
    [amount(320), amount(320), '0 %'],
    [amount(0), amount(320), '−100 %'],
    [amount(190), amount(320), '−40,6 %'],
    [amount(500, 'more_than'), amount(400), 'au moins +25 %'],
    [amount(400, 'nearly'), amount(500), 'environ −20 %'],
    [amount(400, 'nearly'), amount(390), 'entre −3 et +3 %'],
    [amount(600, 'about'), amount(400), 'environ +50 %'],
    [amount(50, 'less_than'), amount(100), 'baisse d’au moins 50 %'],
    [amount(120, 'up_to'), amount(100), 'au plus +20 %'],
    [amount(200, 'between', 250), amount(100), 'entre +100 et +150 %'],
    [amount(60), amount(100, 'more_than'), 'baisse d’au moins 40 %'],
    [amount(479), amount(380, 'up_to'), 'au moins +26 %'],
    [amount(479), part(80, 380), 'au moins +26 %'],
    [amount(479, 'more_than'), part(80, 380), 'au moins +26 %'],
    [amount(479, 'about'), part(80, 380), 'au moins +19 %'],
    [amount(479, 'up_to'), part(80, 380), 'au plus +499 %'],
    [amount(300), amount(380, 'up_to'), 'baisse d’au plus 22 %, ou hausse'],
    [amount(300), part(80, 380), 'entre −22 et +275 %'],
    [amount(50), part(80, 380), 'entre −87 et −37 %'],
    [amount(479), amount(380, 'at_least'), 'au plus +27 %'],
    [amount(479, 'at_least'), amount(380), 'au moins +26 %'],
    [amount(479), amount(300, 'between', 400), 'entre +19 et +60 %'],
    [amount(479), amount(380, 'about'), 'environ +26 %'],
    [part(450, 500), amount(380), 'entre +18 et +32 %'],
    [amount(0), amount(380, 'up_to'), '−100 %'],
    [amount(5), amount(19), 'base trop faible'],
    [amount(5), amount(0), 'sans objet'],
    [amount(5), amount(-30), 'non comparable'],
    [amount(-5), amount(30), 'non comparable'],
    [amount(5, 'more_than'), amount(30, 'more_than'), 'indéterminé'],
  ])('%j after %j', (current, previous, text) => {
    expect(words(current, previous)).toBe(text);
  });

  it('says nothing that some of the possible values contradict', () => {
    // In whole numbers: 1 869 after 25 is +7 376 %, and a little more in floating point.
    const said = ({ qualifier, lower, upper }: Rate, now: number, then: number): boolean => {
      const isAbove = lower === null || (lower + 100) * then <= now * 100;
      const isBelow = upper === null || (upper + 100) * then >= now * 100;
      return (qualifier === 'up_to' || isAbove) && (qualifier === 'at_least' || isBelow);
    };
    const ends = ({ interval }: Amount): number[] => [interval.lower ?? 0, interval.upper ?? 1e12];
    fc.assert(
      fc.property(anyAmount(0, 10_000), anyAmount(20, 10_000), (current, previous) => {
        const rate = variationOf(current, previous);
        if (rate.kind !== 'rate') return;
        for (const then of ends(previous).filter((value) => value > 0)) {
          for (const now of ends(current)) expect(said(rate, now, then)).toBe(true);
        }
        // A bound that is said is one that is known.
        if (rate.qualifier === 'at_least') expect(rate.lower).not.toBeNull();
        if (rate.qualifier === 'between') expect([rate.lower, rate.upper]).not.toContain(null);
      }),
      { numRuns: 500 },
    );
  });

  it('measures the base in units, whatever the decimals', () => {
    expect(variationOf(amount(3000), amount(1999), { decimals: 2 })).toMatchObject({ reason: 'small_base' });
    expect(variationOf(amount(3000), amount(2000), { decimals: 2 })).toMatchObject({ value: 50 });
    expect(variationOf(amount(30), amount(10), { minimumBase: 5 })).toMatchObject({ value: 200 });
  });
});

describe('integer division', () => {
  it('goes down, up and to the nearest, exactly', () => {
    expect([floorDivide(7n, 2n), floorDivide(-7n, 2n), floorDivide(-8n, 2n)]).toEqual([3n, -4n, -4n]);
    expect([ceilDivide(7n, 2n), ceilDivide(-7n, 2n), ceilDivide(8n, 2n)]).toEqual([4n, -3n, 4n]);
    expect([roundDivide(5n, 2n), roundDivide(-5n, 2n), roundDivide(4n, 3n)]).toEqual([3n, -3n, 1n]);
  });
});
