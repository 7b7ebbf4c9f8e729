import fc from 'fast-check';
import type { Qualifier, Quantity, Rate } from './figure.types.js';
import {
  formatLargeNumber,
  formatNumber,
  formatPercent,
  formatQuantity,
  formatRate,
  formatSigned,
  pluralCategory,
  qualifierPrefix,
  withSymbol,
} from './french-number.rules.js';

const quantity = (
  value: number,
  qualifier: Qualifier = 'exact',
  valueMax: number | null = null,
): Quantity => ({
  value,
  valueMax,
  qualifier,
});
const counted = { decimals: 0, symbol: null, signed: false };
const euros = { decimals: 2, symbol: '€', signed: false };

describe('formatNumber', () => {
  it.each([
    [0, 0, '0'],
    [-0, 0, '0'],
    [450, 0, '450'],
    [1234, 0, '1\u202f234'],
    [13_000, 0, '13\u202f000'],
    [130_000, 0, '130\u202f000'],
    [1_234_567, 0, '1\u202f234\u202f567'],
    [-12, 0, '\u221212'],
    [15, 1, '1,5'],
    [10, 1, '1'],
    [5, 3, '0,005'],
    [-5, 2, '\u22120,05'],
    [123_450, 2, '1\u202f234,5'],
    [Number.MAX_SAFE_INTEGER, 4, '900\u202f719\u202f925\u202f474,0991'],
  ])('writes %p with %p decimals as « %s »', (value, decimals, text) => {
    expect(formatNumber(value, decimals)).toBe(text);
  });

  it('keeps or drops zeros as asked', () => {
    expect(formatNumber(1250, 2, 'keep')).toBe('12,50');
    expect(formatNumber(1200, 2, 'keep')).toBe('12,00');
    expect(formatNumber(1250, 2, 'money')).toBe('12,50');
    expect(formatNumber(1200, 2, 'money')).toBe('12');
  });

  it('refuses what is no exact amount, so that NaN never reaches a page', () => {
    for (const wrong of [Number.NaN, Number.POSITIVE_INFINITY, 0.5, 2 ** 53]) {
      expect(() => formatNumber(wrong)).toThrow(RangeError);
    }
  });

  it('gives back the integer when its signs are removed', () => {
    fc.assert(
      fc.property(fc.maxSafeInteger(), fc.integer({ min: 0, max: 4 }), (value, decimals) => {
        const text = formatNumber(value, decimals, 'keep');
        const read = BigInt(text.replace(/[\u202f,]/g, '').replace('\u2212', '-'));
        expect(read).toBe(BigInt(value));
        expect(text).not.toMatch(/[ -]/);
      }),
    );
  });
});

describe('signs, percentages, symbols', () => {
  it('signs both directions and not zero', () => {
    expect(formatSigned(6)).toBe('+6');
    expect(formatSigned(0)).toBe('0');
    expect(formatSigned(-1234)).toBe('\u22121\u202f234');
  });

  it('glues the percent sign', () => {
    expect(formatPercent(45)).toBe('45\u00a0%');
    expect(formatPercent(333, 1)).toBe('33,3\u00a0%');
    expect(formatPercent(330, 1)).toBe('33\u00a0%');
  });

  it('keeps a fraction against its number', () => {
    expect(withSymbol('4,2', '/5')).toBe('4,2/5');
    expect(withSymbol('3', 'h')).toBe('3\u00a0h');
    expect(withSymbol('3', '')).toBe('3');
    expect(withSymbol('3', null)).toBe('3');
  });
});

describe('formatLargeNumber', () => {
  it.each([
    [999_999, 0, null],
    [1_000_000, 0, '1\u00a0million'],
    [1_300_000, 0, '1,3\u00a0million'],
    [1_900_000, 0, '1,9\u00a0million'],
    [2_000_000, 0, '2\u00a0millions'],
    [2_400_000, 0, '2,4\u00a0millions'],
    [-1_500_000, 0, '\u22121,5\u00a0million'],
    [1_234_567, 0, null],
    [1_250_000, 0, null],
    [1_000_000_000, 0, '1\u00a0milliard'],
    [2_500_000_000, 0, '2,5\u00a0milliards'],
    [1_234_500_000, 0, null],
    [130_000_000, 2, '1,3\u00a0million'],
    [130_000_001, 2, null],
  ])('%p with %p decimals gives %p', (value, decimals, text) => {
    expect(formatLargeNumber(value, decimals)).toBe(text);
  });
});

describe('pluralCategory', () => {
  it.each([
    [0, 0, 'one'],
    [1, 0, 'one'],
    [-1, 0, 'one'],
    [2, 0, 'other'],
    [15, 1, 'one'],
    [19, 1, 'one'],
    [20, 1, 'other'],
    [1_000_000, 0, 'other'],
  ])('%p with %p decimals is %s', (value, decimals, category) => {
    expect(pluralCategory(value, decimals)).toBe(category);
  });

  it('counts whole things unless told their decimals', () => {
    expect([1, 2, 15].map((count) => pluralCategory(count))).toEqual(['one', 'other', 'other']);
  });
});

describe('formatQuantity', () => {
  it.each([
    [quantity(450), counted, '450'],
    [quantity(13_000, 'more_than'), counted, 'plus de 13\u202f000'],
    [quantity(13_000, 'at_least'), counted, 'au moins 13\u202f000'],
    [quantity(400, 'nearly'), counted, 'près de 400'],
    [quantity(600, 'about'), counted, 'environ 600'],
    [quantity(50, 'less_than'), counted, 'moins de 50'],
    [quantity(50, 'up_to'), counted, 'jusqu’à 50'],
    [quantity(200, 'between', 250), counted, 'entre 200 et 250'],
    [quantity(1_200_000, 'between', 2_000_000), counted, 'entre 1,2\u00a0million et 2\u00a0millions'],
    [quantity(999_999, 'between', 2_000_000), counted, 'entre 999\u202f999 et 2\u202f000\u202f000'],
    [quantity(6), { decimals: 0, symbol: '%', signed: true }, '+6\u00a0%'],
    [quantity(18, 'between', 25), { decimals: 0, symbol: '%', signed: true }, 'entre +18 et +25\u00a0%'],
    [quantity(-6), { decimals: 0, symbol: '%', signed: true }, '\u22126\u00a0%'],
    [quantity(2_000_000), { decimals: 0, symbol: null, signed: true }, '+2\u00a0millions'],
    [quantity(45), { decimals: 0, symbol: '%', signed: false }, '45\u00a0%'],
    [quantity(2_000_000), { decimals: 0, symbol: 'km', signed: false }, '2\u202f000\u202f000\u00a0km'],
    [quantity(1250), euros, '12,50\u00a0€'],
    [quantity(1200), euros, '12\u00a0€'],
    [quantity(99_999), euros, '999,99\u00a0€'],
    [quantity(1_250_000), euros, '12\u202f500\u00a0€'],
    [quantity(1_250_037), euros, '12\u202f500\u00a0€'],
    [quantity(1_250_050), euros, '12\u202f501\u00a0€'],
    [quantity(-1_250_050), euros, '\u221212\u202f501\u00a0€'],
    [quantity(1_250_050, 'more_than'), euros, 'plus de 12\u202f500,50\u00a0€'],
    [quantity(130_000_000), euros, '1,3\u00a0million d’euros'],
    [quantity(99_999_999), euros, '1\u202f000\u202f000\u00a0€'],
    [quantity(Number.MAX_SAFE_INTEGER), euros, '90\u202f071\u202f992\u202f547\u202f409,91\u00a0€'],
  ])('%j %j', (given, wording, text) => {
    expect(formatQuantity(given, wording).text).toBe(text);
  });

  it('shows cents on demand', () => {
    expect(formatQuantity(quantity(1_250_037), euros, { cents: true }).text).toBe('12\u202f500,37\u00a0€');
  });

  it('writes every digit on demand', () => {
    expect(formatQuantity(quantity(2_000_000), counted, { digits: true })).toMatchObject({
      text: '2\u202f000\u202f000',
      large: false,
    });
    expect(formatQuantity(quantity(2_000_000), counted).text).toBe('2\u00a0millions');
  });

  it('gives its parts to tiles that set them apart', () => {
    expect(formatQuantity(quantity(13_000, 'more_than'), counted)).toEqual({
      qualifier: 'plus de',
      number: '13\u202f000',
      text: 'plus de 13\u202f000',
      large: false,
    });
    expect(formatQuantity(quantity(1_300_000), counted).large).toBe(true);
    expect(formatQuantity(quantity(130_000_000), euros).large).toBe(false);
    expect(qualifierPrefix('exact')).toBeNull();
  });
});

describe('formatRate', () => {
  const rate = (qualifier: Qualifier, value: number, lower: number | null, upper: number | null): Rate => ({
    kind: 'rate',
    value,
    lower,
    upper,
    qualifier,
  });

  it.each([
    [rate('exact', 108.3, 108, 109), false, '108,3\u00a0%'],
    [rate('exact', 25, 25, 25), true, '+25\u00a0%'],
    [rate('exact', -40.6, -41, -40), true, '\u221240,6\u00a0%'],
    [rate('at_least', 108.3, 108, null), false, 'au moins 108\u00a0%'],
    [rate('more_than', 108, 108, null), false, 'plus de 108\u00a0%'],
    [rate('at_least', 8.3, 8, null), true, 'au moins +8\u00a0%'],
    [rate('up_to', 40, 0, 40), false, 'jusqu’à 40\u00a0%'],
    [rate('less_than', 40, 0, 40), false, 'moins de 40\u00a0%'],
    [rate('up_to', 8, -100, 8), true, 'au plus +8\u00a0%'],
    [rate('up_to', -50, -100, -50), true, 'baisse d’au moins 50\u00a0%'],
    [rate('nearly', 25, 18, 25), true, 'près de +25\u00a0%'],
    [rate('between', -1, -3, 3), true, 'entre \u22123 et +3\u00a0%'],
    [rate('about', 83.3, 79, 88), false, 'environ 83\u00a0%'],
    [rate('about', 2.6, 2, 3), false, 'environ 2,6\u00a0%'],
    [rate('at_least', 12, null, null), false, 'environ 12\u00a0%'],
    [rate('up_to', 12, null, null), false, 'environ 12\u00a0%'],
    [rate('nearly', 12, null, null), false, 'environ 12\u00a0%'],
    [rate('between', 12, 11, null), false, 'environ 12\u00a0%'],
    [rate('between', 12, null, 13), false, 'environ 12\u00a0%'],
  ])('%j (signed: %p) is « %s »', (given, signed, text) => {
    expect(formatRate(given, { signed })).toBe(text);
  });

  it.each([
    ['no_value', 'pas encore de valeur'],
    ['zero_denominator', 'sans objet'],
    ['small_base', 'base trop faible'],
    ['no_target', 'pas de cible définie'],
    ['unbounded', 'indéterminé'],
    ['sign_change', 'non comparable'],
  ] as const)('says why there is no rate: %s', (reason, text) => {
    expect(formatRate({ kind: 'not_computable', reason })).toBe(text);
  });
});
