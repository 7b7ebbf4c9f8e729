import fc from 'fast-check';
import { decimalString, quote, readDecimalString } from './decimal-string.rules.js';

const code = (given: string | number, decimals: number): string => {
  const reading = readDecimalString(given, decimals);
  return reading.kind === 'refused' ? reading.code : String(reading.value);
};

describe('readDecimalString', () => {
  it.each([
    [12, 0, 12],
    [-12, 0, -12],
    [-0, 0, 0],
    [1e3, 0, 1000],
    [12.5, 2, 1250],
    [0.1, 1, 1],
    [1234.5, 4, 12_345_000],
    ['1234.5', 1, 12_345],
    ['-12', 0, -12],
    ['-0', 0, 0],
    ['0.05', 2, 5],
    ['13.00', 0, 13],
    ['9007199254740991', 0, Number.MAX_SAFE_INTEGER],
    [Number.MAX_SAFE_INTEGER, 0, Number.MAX_SAFE_INTEGER],
  ])('reads %p with %p decimals', (given, decimals, value) => {
    const reading = readDecimalString(given, decimals);
    expect(reading).toEqual({ kind: 'value', value });
    expect(Object.is(reading.kind === 'value' && reading.value, -0)).toBe(false);
  });

  it('reads a whole number as it reads its digits', () => {
    const whole = fc.oneof(fc.maxSafeInteger(), fc.integer({ min: -20_000, max: 20_000 }));
    fc.assert(
      fc.property(whole, fc.integer({ min: 0, max: 4 }), (given, decimals) =>
        expect(readDecimalString(given, decimals)).toEqual(readDecimalString(String(given), decimals)),
      ),
    );
  });

  it('reads plain digits as it reads them with a decimal point', () => {
    const digits = fc.bigInt({ min: 0n, max: 10n ** 17n });
    fc.assert(
      fc.property(digits, fc.integer({ min: 0, max: 4 }), (given, decimals) => {
        const { kind, ...said } = readDecimalString(`${given}`, decimals);
        const careful = readDecimalString(`${given}.0`, decimals);
        expect(kind).toBe(careful.kind);
        if (careful.kind === 'value') expect(said).toEqual({ value: careful.value });
      }),
    );
  });

  it.each([
    ['treize', 0, 'not_a_number'],
    ['', 0, 'not_a_number'],
    [' 12', 0, 'not_a_number'],
    ['12,5', 1, 'not_a_number'],
    ['1 234', 0, 'not_a_number'],
    ['1e5', 0, 'not_a_number'],
    ['+5', 0, 'not_a_number'],
    ['007', 0, 'not_a_number'],
    ['.5', 1, 'not_a_number'],
    ['5.', 1, 'not_a_number'],
    ['0x10', 0, 'not_a_number'],
    ['١٢', 0, 'not_a_number'],
    [Number.NaN, 0, 'not_a_number'],
    [Number.POSITIVE_INFINITY, 0, 'not_a_number'],
    [0.1 + 0.2, 2, 'too_many_decimals'],
    [12.5, 0, 'too_many_decimals'],
    [1e-7, 4, 'too_many_decimals'],
    ['12.345', 2, 'too_many_decimals'],
    [1e21, 0, 'value_out_of_range'],
    [2 ** 53, 0, 'value_out_of_range'],
    ['9007199254740992', 0, 'value_out_of_range'],
    ['9007199254740993', 0, 'value_out_of_range'],
    ['90071992547410', 4, 'value_out_of_range'],
    [`1${'0'.repeat(5000)}`, 0, 'value_out_of_range'],
  ])('refuses %p with %p decimals: %s', (given, decimals, expected) => {
    expect(code(given, decimals)).toBe(expected);
  });

  it('names what was found and what to write', () => {
    expect(readDecimalString('treize', 0)).toMatchObject({
      message:
        '«\u00a0treize\u00a0» n’est pas un nombre\u00a0: écrivez des chiffres, avec un point pour les décimales, comme 1234.5 ou -12.',
    });
    const message = (decimals: number) => readDecimalString('1.23456', decimals);
    expect(message(0)).toMatchObject({ message: expect.stringContaining('un nombre entier') });
    expect(message(1)).toMatchObject({ message: expect.stringContaining('1 chiffre après la virgule') });
    expect(message(2)).toMatchObject({ message: expect.stringContaining('2 chiffres après la virgule') });
  });

  it('reads back every integer of the smallest unit, exactly', () => {
    fc.assert(
      fc.property(fc.maxSafeInteger(), fc.integer({ min: 1, max: 4 }), (value, decimals) => {
        const digits = String(Math.abs(value)).padStart(decimals + 1, '0');
        const text = `${value < 0 ? '-' : ''}${digits.slice(0, -decimals)}.${digits.slice(-decimals)}`;
        expect(readDecimalString(text, decimals)).toEqual({ kind: 'value', value });
      }),
    );
  });
});

describe('quote', () => {
  it('keeps messages short and free of control characters', () => {
    expect(quote('a\u0000b\nc')).toBe('«\u00a0a b c\u00a0»');
    expect(quote('😀'.repeat(50))).toBe(`«\u00a0${'😀'.repeat(40)}…\u00a0»`);
  });
});

it('writes an integer of the smallest unit as it is read', () => {
  expect(decimalString(1250, 2)).toBe('12.5');
  expect(decimalString(-5, 1)).toBe('-0.5');
  fc.assert(
    fc.property(fc.maxSafeInteger(), fc.integer({ min: 0, max: 4 }), (value, decimals) => {
      const reading = readDecimalString(decimalString(value, decimals), decimals);
      expect(reading).toEqual({ kind: 'value', value: value === 0 ? 0 : value });
    }),
  );
});
