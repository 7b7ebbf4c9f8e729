import fc from 'fast-check';
import { intervalOf, toAmount } from './figure.rules.js';
import type { Amount, Qualifier, Quantity } from './figure.types.js';
import { quotientOf, weightedMeanOf } from './quotient.rules.js';

const PERCENT = { times: 100n, over: 1n };
const amount = (
  value: number,
  qualifier: Qualifier = 'exact',
  valueMax: number | null = null,
  signed = false,
): Amount => toAmount({ value, valueMax, qualifier }, { signed });
const quotient = (numerator: Amount, denominator: Amount, scale = PERCENT): unknown => {
  const found = quotientOf(numerator, denominator, scale);
  return found.kind === 'amount' ? found.amount : found.reason;
};

/** An exact value that a qualified one may stand for, chosen by a share of its interval. */
function drawn(given: Amount, share: number): number {
  const { lower, lowerOpen, upper, upperOpen } = given.interval;
  const least = (lower ?? -1_000_000) + (lowerOpen && lower !== null ? 1 : 0);
  const most = (upper ?? Math.max(least, 0) + 1_000_000) - (upperOpen && upper !== null ? 1 : 0);
  return least + Math.floor((Math.max(most, least) - least) * share);
}
const anyQuantity = fc
  .record({
    value: fc.integer({ min: 1, max: 100_000 }),
    more: fc.integer({ min: 1, max: 1_000 }),
    qualifier: fc.constantFrom<Qualifier>(
      'exact',
      'more_than',
      'at_least',
      'nearly',
      'about',
      'less_than',
      'up_to',
      'between',
    ),
  })
  .map(({ value, more, qualifier }): Quantity => ({
    value,
    qualifier,
    valueMax: qualifier === 'between' ? value + more : null,
  }));
const anyAmount = anyQuantity.map((quantity) => toAmount(quantity));
const share = fc.double({ min: 0, max: 1, noNaN: true });

describe('a quotient', () => {
  it('is rounded, and certain between the whole units around it', () => {
    expect(quotient(amount(45), amount(97), { times: 1000n, over: 1n })).toEqual({
      value: 464,
      valueMax: null,
      qualifier: 'exact',
      interval: { lower: 463, lowerOpen: false, upper: 464, upperOpen: false },
    });
    expect(quotient(amount(125_050), amount(450), { times: 100n, over: 100n })).toMatchObject({ value: 278 });
  });

  it.each([
    [amount(45, 'more_than'), amount(100), { value: 45, qualifier: 'at_least' }],
    [amount(50), amount(100, 'at_least'), { value: 50, qualifier: 'up_to' }],
    [amount(50, 'up_to'), amount(100), { value: 50, qualifier: 'up_to' }],
    [amount(40, 'nearly'), amount(100), { value: 40, qualifier: 'nearly' }],
    [amount(40, 'about'), amount(100), { value: 40, qualifier: 'about' }],
    [amount(40), amount(100, 'about'), { value: 40, qualifier: 'about' }],
    [amount(40, 'between', 60), amount(100), { value: 40, valueMax: 60, qualifier: 'between' }],
    // Rounded to one and the same number, « entre » has nothing left to say.
    [amount(1, 'between', 2), amount(100_000, 'exact'), { value: 0, valueMax: 1, qualifier: 'between' }],
    [amount(200, 'between', 201), amount(20_000), { value: 1, valueMax: 2, qualifier: 'between' }],
    [amount(-40, 'exact', null, true), amount(100), { value: -40, qualifier: 'exact' }],
    [amount(40, 'up_to', null, true), amount(100), { value: 40, qualifier: 'up_to' }],
  ])('of %j over %j is %j', (numerator, denominator, expected) => {
    expect(quotient(numerator, denominator)).toMatchObject(expected);
  });

  it('says why there is none', () => {
    expect(quotient(amount(0), amount(0))).toBe('zero_denominator');
    expect(quotient(amount(5), amount(-5))).toBe('unbounded');
    expect(quotient(amount(5), amount(-5, 'between', 10))).toBe('unbounded');
    expect(quotient(amount(5), amount(5, 'less_than', null, true))).toBe('unbounded');
    expect(quotient(amount(0, 'at_least'), amount(5, 'at_least'))).toBe('unbounded');
    expect(quotient(amount(5), amount(0, 'about'))).toBe('zero_denominator');
    expect(quotient(amount(Number.MAX_SAFE_INTEGER), amount(1))).toBe('unbounded');
    expect(quotient(amount(5, 'less_than', null, true), amount(5, 'up_to'))).toBe('unbounded');
  });

  it('holds the quotient of any exact values that its terms may stand for', () => {
    fc.assert(
      fc.property(anyAmount, anyAmount, share, share, (numerator, denominator, one, other) => {
        const found = quotientOf(numerator, denominator, PERCENT);
        const [above, below] = [drawn(numerator, one), drawn(denominator, other)];
        if (found.kind !== 'amount' || below <= 0) return;
        const { lower, upper } = found.amount.interval;
        if (lower !== null) expect(lower * below).toBeLessThanOrEqual(above * 100);
        if (upper !== null) expect(upper * below).toBeGreaterThanOrEqual(above * 100);
        expect(Number.isSafeInteger(found.amount.value)).toBe(true);
      }),
    );
  });
});

const mean = (...groups: [Amount, Amount][]): unknown => {
  const found = weightedMeanOf(groups.map(([value, weight]) => ({ mean: value, weight })));
  return found.kind === 'amount' ? found.amount : found.reason;
};

describe('a weighted mean', () => {
  it('counts each group for its size', () => {
    expect(mean([amount(400), amount(10)], [amount(500), amount(30)])).toEqual({
      value: 475,
      valueMax: null,
      qualifier: 'exact',
      interval: { lower: 475, lowerOpen: false, upper: 475, upperOpen: false },
    });
    expect(mean([amount(400), amount(0)], [amount(500), amount(30)])).toMatchObject({ value: 500 });
  });

  it('lies between its means where sizes are not known exactly', () => {
    expect(mean([amount(400), amount(10, 'more_than')], [amount(500), amount(30)])).toMatchObject({
      value: 475,
      qualifier: 'about',
      interval: { lower: 400, upper: 500 },
    });
  });

  it('keeps the open side of its means', () => {
    expect(mean([amount(400, 'at_least'), amount(10)], [amount(500), amount(10)])).toMatchObject({
      value: 450,
      qualifier: 'at_least',
      interval: { lower: 450, upper: null },
    });
    const below = amount(400, 'up_to', null, true);
    expect(mean([below, amount(10)], [amount(500), amount(10)])).toMatchObject({
      qualifier: 'up_to',
      value: 450,
    });
    expect(mean([below, amount(10)], [amount(500, 'at_least'), amount(10)])).toBe('unbounded');
  });

  it('of nobody has no object, nor of fewer than nobody', () => {
    expect(mean([amount(4), amount(0)])).toBe('zero_denominator');
    expect(mean([amount(4), amount(-1)], [amount(4), amount(3)])).toBe('unbounded');
  });

  it('holds that of any exact means that its own may stand for', () => {
    const group = fc.tuple(anyAmount, fc.integer({ min: 1, max: 500 }), share);
    fc.assert(
      fc.property(fc.array(group, { minLength: 1, maxLength: 5 }), (groups) => {
        const found = weightedMeanOf(
          groups.map(([value, weight]) => ({ mean: value, weight: amount(weight) })),
        );
        if (found.kind !== 'amount') return;
        const size = groups.reduce((sum, [, weight]) => sum + weight, 0);
        const sum = groups.reduce((total, [value, weight, at]) => total + drawn(value, at) * weight, 0);
        const { lower, upper } = found.amount.interval;
        if (lower !== null) expect(lower * size).toBeLessThanOrEqual(sum);
        if (upper !== null) expect(upper * size).toBeGreaterThanOrEqual(sum);
        const exact = intervalOf({ ...found.amount, qualifier: 'exact' });
        expect(Number.isSafeInteger(exact.lower)).toBe(true);
      }),
    );
  });
});
