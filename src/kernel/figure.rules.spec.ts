import fc from 'fast-check';
import { checkQuantity, intervalOf, mirrored, sumAmounts, toAmount } from './figure.rules.js';
import { QUALIFIERS, type Amount, type Interval, type Qualifier, type Quantity } from './figure.types.js';

const quantity = (
  value: number,
  qualifier: Qualifier = 'exact',
  valueMax: number | null = null,
): Quantity => ({
  value,
  valueMax,
  qualifier,
});
const amount = (...args: Parameters<typeof quantity>): Amount => toAmount(quantity(...args));

/** « ]380 ; 400[ », as mathematics writes it. */
function show({ lower, lowerOpen, upper, upperOpen }: Interval): string {
  return `${lowerOpen ? ']' : '['}${lower ?? '−∞'} ; ${upper ?? '+∞'}${upperOpen ? '[' : ']'}`;
}

const anyQuantity = (min: number, max: number): fc.Arbitrary<Quantity> =>
  fc
    .tuple(fc.constantFrom(...QUALIFIERS), fc.integer({ min, max }), fc.integer({ min: 1, max: 1000 }))
    .map(([qualifier, value, more]) =>
      quantity(value, qualifier, qualifier === 'between' ? value + more : null),
    );

describe('intervalOf', () => {
  it.each([
    [quantity(450), '[450 ; 450]'],
    [quantity(13_000, 'more_than'), ']13000 ; +∞['],
    [quantity(13_000, 'at_least'), '[13000 ; +∞['],
    [quantity(400, 'nearly'), '[380 ; 400['],
    [quantity(401, 'nearly'), '[380 ; 401['],
    [quantity(600, 'about'), '[570 ; 630]'],
    [quantity(601, 'about'), '[570 ; 632]'],
    [quantity(50, 'less_than'), '[0 ; 50['],
    [quantity(50, 'up_to'), '[0 ; 50]'],
    [quantity(200, 'between', 250), '[200 ; 250]'],
    [quantity(-400, 'nearly'), ']-400 ; -380]'],
    [quantity(-600, 'about'), '[-630 ; -570]'],
    [quantity(-50, 'less_than'), ']−∞ ; -50['],
    [quantity(0, 'nearly'), '[0 ; 0]'],
    [quantity(0, 'about'), '[0 ; 0]'],
    [quantity(0, 'less_than'), '[0 ; 0]'],
    [quantity(1, 'nearly'), '[0 ; 1['],
  ])('%j is %s', (given, interval) => {
    expect(show(intervalOf(given))).toBe(interval);
  });

  it('has no floor where negative values are allowed', () => {
    expect(show(intervalOf(quantity(50, 'less_than'), { signed: true }))).toBe(']−∞ ; 50[');
    expect(show(intervalOf(quantity(50, 'up_to'), { signed: true }))).toBe(']−∞ ; 50]');
  });

  it('takes the tolerance of the programme, free of binary noise', () => {
    expect(show(intervalOf(quantity(400, 'nearly'), { tolerance: 0.1 }))).toBe('[360 ; 400[');
    expect(show(intervalOf(quantity(700, 'about'), { tolerance: 0.07 }))).toBe('[651 ; 749]');
    expect(show(intervalOf(quantity(400, 'nearly'), { tolerance: 0 }))).toBe('[400 ; 400]');
  });

  it('gives up a bound that exact integers cannot hold, never narrows it', () => {
    expect(intervalOf(quantity(Number.MAX_SAFE_INTEGER, 'about')).upper).toBeNull();
    expect(intervalOf(quantity(-Number.MAX_SAFE_INTEGER, 'about')).lower).toBeNull();
  });

  it('contains what it says, outward', () => {
    fc.assert(
      fc.property(anyQuantity(-1_000_000, 1_000_000), (given) => {
        const { lower, upper } = intervalOf(given, { signed: true });
        if (lower !== null && upper !== null) expect(lower).toBeLessThanOrEqual(upper);
        if (given.qualifier !== 'about' && given.qualifier !== 'nearly') return;
        const magnitudes = [Math.abs(Number(lower)), Math.abs(Number(upper))].sort((a, b) => a - b);
        const exactLeast = (BigInt(Math.abs(given.value)) * 95n) / 100n;
        expect(BigInt(Number(magnitudes[0]))).toBeLessThanOrEqual(exactLeast);
        expect(Number(magnitudes[1])).toBeGreaterThanOrEqual(Math.abs(given.value));
      }),
    );
  });

  it('mirrors without making negative zeros', () => {
    expect(mirrored(intervalOf(quantity(50, 'up_to')))).toEqual({
      lower: -50,
      lowerOpen: false,
      upper: 0,
      upperOpen: false,
    });
  });
});

describe('sumAmounts', () => {
  const qualified = (...amounts: Amount[]): string => {
    const sum = sumAmounts(amounts);
    return `${sum?.qualifier} ${sum?.value}${sum?.valueMax === null ? '' : `-${sum?.valueMax}`} ${show((sum as Amount).interval)}`;
  };

  it('follows the rule of sums', () => {
    expect(qualified(amount(450), amount(12))).toBe('exact 462 [462 ; 462]');
    expect(qualified(amount(12), amount(13_000, 'more_than'))).toBe('more_than 13012 ]13012 ; +∞[');
    expect(qualified(amount(12), amount(13_000, 'at_least'))).toBe('at_least 13012 [13012 ; +∞[');
    expect(qualified(amount(5, 'more_than'), amount(6, 'at_least'))).toBe('more_than 11 ]11 ; +∞[');
    expect(qualified(amount(100), amount(400, 'nearly'))).toBe('nearly 500 [480 ; 500[');
    expect(qualified(amount(400, 'nearly'), amount(200, 'nearly'))).toBe('nearly 600 [570 ; 600[');
    expect(qualified(amount(5), amount(50, 'less_than'))).toBe('less_than 55 [5 ; 55[');
    expect(qualified(amount(5), amount(50, 'up_to'))).toBe('up_to 55 [5 ; 55]');
    expect(qualified(amount(5, 'up_to'), amount(50, 'less_than'))).toBe('less_than 55 [0 ; 55[');
    expect(qualified(amount(600, 'about'), amount(200, 'about'))).toBe('about 800 [760 ; 840]');
    expect(qualified(amount(600, 'about'), amount(10))).toBe('about 610 [580 ; 640]');
    expect(qualified(amount(200, 'between', 250), amount(10, 'between', 20))).toBe(
      'between 210-270 [210 ; 270]',
    );
    expect(qualified(amount(100), amount(200, 'between', 251))).toBe('about 325 [300 ; 351]');
    expect(qualified(amount(400, 'nearly'), amount(13_000, 'more_than'))).toBe('about 13400 ]13380 ; +∞[');
    expect(qualified(amount(50, 'less_than'), amount(13_000, 'more_than'))).toBe('about 13050 ]13000 ; +∞[');
  });

  it('keeps « près de » only where everything lies on one side of zero', () => {
    expect(qualified(amount(-400, 'nearly'), amount(-100))).toBe('nearly -500 ]-500 ; -480]');
    expect(qualified(amount(-400, 'nearly'), amount(500))).toBe('about 100 ]100 ; 120]');
    expect(qualified(amount(-400, 'nearly'), amount(400, 'nearly'))).toBe('about 0 ]-20 ; 20[');
  });

  it('returns one amount as it is, and nothing without any', () => {
    const alone = amount(200, 'between', 250);
    expect(sumAmounts([alone])).toBe(alone);
    expect(sumAmounts([])).toBeNull();
  });

  it('counts an « entre » without its maximum as its value', () => {
    const broken: Amount = { ...amount(200, 'between', 250), valueMax: null };
    expect(sumAmounts([broken, amount(10, 'between', 20)])).toMatchObject({ value: 210, valueMax: 220 });
  });

  it('gives no sum that exact integers cannot hold', () => {
    const huge = amount(Number.MAX_SAFE_INTEGER);
    expect(sumAmounts([huge, huge, amount(5), amount(-Number.MAX_SAFE_INTEGER), amount(-7)])).toMatchObject({
      value: Number.MAX_SAFE_INTEGER - 2,
    });
    expect(sumAmounts([huge, amount(1)])).toBeNull();
    expect(sumAmounts([amount(1, 'between', 2), amount(1, 'between', Number.MAX_SAFE_INTEGER)])).toBeNull();
    expect(sumAmounts([huge, amount(-1)])?.value).toBe(Number.MAX_SAFE_INTEGER - 1);
  });

  it('does not depend on the order nor on the grouping of exact parts', () => {
    const amounts = fc.array(
      anyQuantity(0, 1_000_000).map((given) => toAmount(given)),
      { minLength: 2, maxLength: 8 },
    );
    fc.assert(
      fc.property(amounts, (given) => {
        const sum = sumAmounts(given);
        expect(sumAmounts([...given].reverse())).toEqual(sum);
        const least = given.reduce((total, part) => total + (part.interval.lower ?? 0), 0);
        expect(sum?.interval.lower).toBe(least);
        const unbounded = given.some((part) => part.interval.upper === null);
        expect(sum?.interval.upper === null).toBe(unbounded);
        if (given.every((part) => part.qualifier === 'exact')) expect(sum?.qualifier).toBe('exact');
      }),
    );
  });
});

describe('checkQuantity', () => {
  const codes = (given: Quantity, signed?: boolean): string[] =>
    checkQuantity(given, { signed }).map((issue) => `${issue.path} ${issue.code}`);

  it.each([
    [quantity(450), []],
    [quantity(-450), []],
    [quantity(200, 'between', 250), []],
    [quantity(2 ** 53), ['value value_out_of_range']],
    [quantity(Number.NaN), ['value value_out_of_range']],
    [quantity(0.5), ['value value_out_of_range']],
    [quantity(200, 'between'), ['valueMax value_max_missing']],
    [quantity(200, 'between', 200), ['valueMax value_max_not_greater']],
    [quantity(200, 'between', 2 ** 53), ['valueMax value_out_of_range']],
    [quantity(200, 'exact', 250), ['valueMax value_max_unexpected']],
    [quantity(0, 'nearly'), ['value empty_interval']],
    [quantity(0, 'less_than'), []],
  ])('%j', (given, expected) => {
    expect(codes(given)).toEqual(expected);
  });

  it('knows what an indicator that starts at zero allows', () => {
    expect(codes(quantity(-1), false)).toEqual(['value negative_value']);
    expect(codes(quantity(0, 'less_than'), false)).toEqual(['value empty_interval']);
    expect(codes(quantity(0, 'up_to'), false)).toEqual([]);
    expect(checkQuantity(quantity(5))).toEqual([]);
  });
});
