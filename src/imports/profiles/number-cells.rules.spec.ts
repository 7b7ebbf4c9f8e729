import fc from 'fast-check';
import { isAboutPoint, pointQuestion, readValue } from './number-cells.rules.js';

const THOUSANDTHS = { decimals: 3, symbol: null };
const valueOf = (reading: ReturnType<typeof readValue>) =>
  reading.kind === 'quantity' ? reading.quantity.value : reading.kind;

describe('A number with three digits after its only mark', () => {
  const doubtful = fc.record({
    whole: fc.integer({ min: 1, max: 999 }),
    rest: fc.integer({ min: 0, max: 999 }).map((digits) => String(digits).padStart(3, '0')),
    mark: fc.constantFrom('.', ','),
  });

  it('is a question while nobody said what the mark is, and has both values once it is said', () => {
    fc.assert(
      fc.property(doubtful, ({ whole, rest, mark }) => {
        const text = `${whole}${mark}${rest}`;
        expect(isAboutPoint(text)).toBe(true);
        expect(readValue(text, THOUSANDTHS, 'unknown').kind).toBe('question');
        expect(valueOf(readValue(text, THOUSANDTHS, 'decimal'))).toBe(
          whole * 1000 + Number.parseInt(rest, 10),
        );
        expect(valueOf(readValue(text, THOUSANDTHS, 'thousands'))).toBe(
          (whole * 1000 + Number.parseInt(rest, 10)) * 1000,
        );
      }),
    );
  });

  it('is asked with both readings', () => {
    const question = pointQuestion('130.000', 5, 'Quantité');
    expect(question.message.replace(/[\u00a0\u202f]/g, ' ')).toBe(
      'Ligne 5, colonne « Quantité » : « 130.000 » vaut 130,000 ou 130 000 ?',
    );
  });
});

describe('Numbers of a source that writes a decimal point', () => {
  it.each([
    ['58.4417', 4, 584_417],
    ['1,234', 0, 1_234],
    ['1,234,567', 0, 1_234_567],
    ['1,234.5', 1, 12_345],
    ['1.410', 3, 1_410],
    ['-1', 0, -1],
  ])('%s', (text, decimals, value) => {
    expect(valueOf(readValue(text, { decimals, symbol: null }, 'english'))).toBe(value);
  });
});

describe('Other cells', () => {
  it.each([
    ['40\u00a0000', 40_000],
    ['1 234,5', 1_234.5],
    ['-5', -5],
    ['NC', 'absence'],
    ['', 'empty'],
    ['1e5', 'refused'],
    ['=A1', 'refused'],
  ])('%j', (text, value) => {
    const found = valueOf(readValue(text, THOUSANDTHS, 'unknown'));
    expect(typeof found === 'number' ? found / 1000 : found).toBe(value);
  });

  it('typed as numbers by the file are what they are', () => {
    expect(valueOf(readValue(12.345, THOUSANDTHS, 'unknown'))).toBe(12_345);
  });
});
