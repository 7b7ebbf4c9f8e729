import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { QUALIFIERS, type Qualifier, type Quantity } from './figure.types.js';
import { readFrenchNumber, type NumberReading, type ReaderOptions } from './french-number-reader.rules.js';
import { formatNumber, formatQuantity } from './french-number.rules.js';

/** A reading in one line: `more_than 13000`, `between 200-250`, `absence not_available`, `? 130000 | 130`, `refused formula`. */
function show(reading: NumberReading): string {
  const words = ({ value, valueMax, qualifier }: Quantity): string =>
    `${qualifier} ${value}${valueMax === null ? '' : `-${valueMax}`}`;
  if (reading.kind === 'quantity') return words(reading.quantity);
  if (reading.kind === 'absence') return `absence ${reading.absence}`;
  if (reading.kind === 'question')
    return `? ${reading.choices.map((choice) => words(choice.quantity)).join(' | ')}`;
  return reading.kind === 'empty' ? 'empty' : `refused ${reading.code}`;
}
const read = (raw: string | number, options?: ReaderOptions): string => show(readFrenchNumber(raw, options));

/** The sample's rows (`;`, quotes around commas): what was typed, what is expected in words. */
const SAMPLE = readFileSync(new URL('fixtures/nombres-fr.csv', import.meta.url), 'utf8')
  .split(/\r?\n/)
  .slice(1)
  .filter((line) => line !== '')
  .map((line) => line.split(';').map((cell) => cell.replace(/^"(.*)"$/, '$1')) as [string, string, string]);

/** How the sample's own words translate; a row whose words are not here fails. */
const EXPECTED: Record<string, string | [string, ReaderOptions]> = {
  '130000': 'exact 130000',
  '1234567': 'exact 1234567',
  '1.5': ['exact 15', { decimals: 1 }],
  '0.45 ou 45 selon unité': ['exact 45', { symbol: '%' }],
  '13000 + plus_de': 'more_than 13000',
  '400 + pres_de': 'nearly 400',
  '250 + environ': 'about 250',
  '13000 + environ': 'about 13000',
  '1200000 + environ': 'about 1200000',
  '-12': 'exact -12',
  vide: 'empty',
  'vide + motif non disponible': 'absence not_available',
  'vide + motif non communiqué': 'absence not_communicated',
  '0': 'exact 0',
  '': 'empty',
  refus: 'refused scientific_notation',
  '250': 'exact 250',
};

describe('the sample of French numbers', () => {
  it('has its 23 rows', () => {
    expect(SAMPLE).toHaveLength(23);
  });

  it.each(SAMPLE)('« %s » is %s (%s)', (raw, expected) => {
    if (expected === '?') {
      expect(readFrenchNumber(raw).kind).toBe('question');
      return;
    }
    const [words, options] = [EXPECTED[expected] ?? 'not translated'].flat() as [string, ReaderOptions?];
    expect(read(raw, options)).toBe(words);
  });

  it('asks with both readings in words', () => {
    expect(readFrenchNumber('130.000')).toEqual({
      kind: 'question',
      choices: [
        { quantity: { value: 130_000, valueMax: null, qualifier: 'exact' }, label: '130\u202f000' },
        { quantity: { value: 130, valueMax: null, qualifier: 'exact' }, label: '130' },
      ],
      message:
        '«\u00a0130.000\u00a0» est ambigu\u00a0: est-ce «\u00a0130\u202f000\u00a0» ou «\u00a0130\u00a0»\u202f? Séparez les milliers par une espace et les décimales par une virgule.',
    });
    expect(read('12,345', { decimals: 3 })).toBe('? exact 12345000 | exact 12345');
    expect(read('12,345')).toBe('? exact 12345');
  });
});

describe('separators', () => {
  it.each([
    ['13000', 0, 'exact 13000'],
    ['1 234,5', 1, 'exact 12345'],
    ['1 234.5', 1, 'exact 12345'],
    ['1.234.567', 0, 'exact 1234567'],
    ['1.234,56', 2, 'exact 123456'],
    ['1,234.56', 2, 'exact 123456'],
    ["1'234'567.5", 1, 'exact 12345675'],
    ['1’234', 0, 'exact 1234'],
    ['1234,567', 3, 'exact 1234567'],
    ['0,123', 3, 'exact 123'],
    ['0.123', 3, 'exact 123'],
    ['1 234,567', 3, 'exact 1234567'],
    ['1 234.567', 3, '? exact 1234567000 | exact 1234567'],
    ['12,50', 1, 'exact 125'],
    ['13,0', 0, 'exact 13'],
    ['12,5', 0, 'refused too_many_decimals'],
    ['12,345', 1, '? exact 123450'],
    ['0,1234', 3, 'refused too_many_decimals'],
    ['1 2345', 0, 'refused bad_grouping'],
    ['12 34', 0, 'refused bad_grouping'],
    ['1 234 56', 0, 'refused bad_grouping'],
    ['1234 567', 0, 'refused bad_grouping'],
    ["1 234'567", 0, 'refused bad_grouping'],
    ['12,34,567', 0, 'refused bad_grouping'],
    ['1,234,56', 0, 'refused bad_grouping'],
    ['1..2', 0, 'refused bad_grouping'],
    ['05 65 53 40 00', 0, 'refused bad_grouping'],
    ['0565534000', 0, 'refused leading_zero'],
    ['0 123', 0, 'refused leading_zero'],
    ['00', 0, 'refused leading_zero'],
    [',5', 1, 'refused unexpected_text'],
    ['5,', 1, 'refused unexpected_text'],
    ['9007199254740991', 0, 'exact 9007199254740991'],
    ['9 007 199 254 740 992', 0, 'refused value_out_of_range'],
    ['999.999', 4, '? exact 9999990000 | exact 9999990'],
  ])('« %s » with %p decimals: %s', (raw, decimals, expected) => {
    expect(read(raw, { decimals })).toBe(expected);
  });

  it('follows a source known to write decimals with a point', () => {
    expect(read('130.000', { decimalPoint: 'allowed' })).toBe('exact 130');
    expect(read('12.345', { decimalPoint: 'allowed', decimals: 3 })).toBe('exact 12345');
    expect(read('12.345', { decimalPoint: 'allowed' })).toBe('refused too_many_decimals');
    expect(read('12,345', { decimalPoint: 'allowed' })).toBe('? exact 12345');
    expect(read('1.234.567', { decimalPoint: 'allowed' })).toBe('exact 1234567');
  });

  it('refuses an ambiguous number when no reading can be kept', () => {
    expect(read('900.123 milliards', { decimals: 4 })).toBe('? about 9001230000000000');
    expect(read('999.999 milliards', { decimals: 4 })).toBe('refused value_out_of_range');
  });
});

describe('signs and invisible marks', () => {
  it.each([
    ['-12', 'exact -12'],
    ['\u201312', 'exact -12'],
    ['- 12', 'exact -12'],
    ['+6', 'exact 6'],
    ['( 12 )', 'exact -12'],
    ['(-12)', 'refused unexpected_text'],
    ['--5', 'refused unexpected_text'],
    ['12-', 'refused unexpected_text'],
    ['-0', 'exact 0'],
    [' \u00a0\u202f\t', 'empty'],
    ['—', 'empty'],
    ['\ufeff450\u200b', 'exact 450'],
    ['13\u2009000', 'exact 13000'],
    ['１３　０００', 'exact 13000'],
  ])('« %s » is %s', (raw, expected) => {
    expect(read(raw)).toBe(expected);
  });
});

describe('words', () => {
  it.each([
    ['plus de 13 000', 'more_than 13000'],
    ['PLUS DE 13000', 'more_than 13000'],
    ['>13000', 'more_than 13000'],
    ['13k+', 'more_than 13000'],
    ['13 000+', 'more_than 13000'],
    ['plus de 13k', 'more_than 13000'],
    ['au moins 12', 'at_least 12'],
    ['>= 12', 'at_least 12'],
    ['≥12', 'at_least 12'],
    ['pres de 400', 'nearly 400'],
    ['presque 400', 'nearly 400'],
    ['environ 250', 'about 250'],
    ['env. 250', 'about 250'],
    ['~250', 'about 250'],
    ['à peu près 250', 'about 250'],
    ['250 environ', 'about 250'],
    ['250 (env.)', 'about 250'],
    ['moins de 50', 'less_than 50'],
    ['<50', 'less_than 50'],
    ['jusqu’à 50', 'up_to 50'],
    ["jusqu'a 50", 'up_to 50'],
    ['au plus 50', 'up_to 50'],
    ['≤ 50', 'up_to 50'],
    ['entre 200 et 250', 'between 200-250'],
    ['Entre 200 et 250', 'between 200-250'],
    ['de 200 à 250', 'between 200-250'],
    ['200 à 250', 'between 200-250'],
    ['entre -5 et +5', 'between -5-5'],
    ['200-250', '? between 200-250'],
    ['200 – 250', '? between 200-250'],
    ['entre 1.234 et 5 000', '? between 1234-5000'],
    ['entre 5 et 1.234', '? between 5-1234'],
    ['entre 250 et 200', 'refused value_max_not_greater'],
    ['entre 200 et 200', 'refused value_max_not_greater'],
    ['entre 200 et beaucoup', 'refused not_a_number'],
    ['entre peu et 200', 'refused not_a_number'],
    ['entre 1,2 et 1,3 million', 'between 1200000-1300000'],
    ['entre 900 000 et 1,2 million', 'between 900000-1200000'],
    ['entre 2 et 3 millions', '? between 2-3000000 | between 2000000-3000000'],
    ['13 mille', 'about 13000'],
    ['1,3 million', 'about 1300000'],
    ['2 millions', 'about 2000000'],
    ['1,5 milliard', 'about 1500000000'],
    ['2 Mds', 'about 2000000000'],
    ['13K', 'about 13000'],
    ['1,2345k', 'refused too_many_decimals'],
    ['1,234k', '? about 1234000 | about 1234'],
    ['12 m', 'refused unexpected_text'],
    ['plus de 13k+', 'refused unexpected_text'],
    ['environ plus de 3', 'refused unexpected_text'],
    ['13 000 vues', 'refused unexpected_text'],
    ['treize', 'refused not_a_number'],
    ['16/12/2020', 'refused unexpected_text'],
    ['2020-12-16', 'refused unexpected_text'],
    ['n’importe quoi', 'refused not_a_number'],
  ])('« %s » is %s', (raw, expected) => {
    expect(read(raw)).toBe(expected);
  });

  it.each([
    ['nc', 'not_communicated'],
    ['N.C.', 'not_communicated'],
    ['n. c.', 'not_communicated'],
    ['Non communiqué', 'not_communicated'],
    ['nd', 'not_available'],
    ['non disponible', 'not_available'],
    ['s.o.', 'not_applicable'],
    ['SANS OBJET', 'not_applicable'],
    ['s', 'suppressed'],
    ['s.', 'suppressed'],
    ['masqué', 'suppressed'],
  ])('« %s » is the absence %s', (raw, absence) => {
    expect(readFrenchNumber(raw)).toEqual({ kind: 'absence', absence });
  });
});

describe('symbols', () => {
  it.each([
    ['45 %', '%', 'exact 45'],
    ['45%', '%', 'exact 45'],
    ['45', '%', 'exact 45'],
    ['45 pour cent', '%', 'exact 45'],
    ['(45 %)', '%', 'exact -45'],
    ['entre 12 et 15 %', '%', 'between 12-15'],
    ['45 %', null, 'refused unexpected_symbol'],
    ['45 %', '€', 'refused unexpected_symbol'],
    ['12 500 €', '€', 'exact 12500'],
    ['€ 12 500', '€', 'exact 12500'],
    ['12 500 euros', '€', 'exact 12500'],
    ['2 M€', '€', 'about 2000000'],
    ['12 k€', '€', 'about 12000'],
    ['12 k€', 'k€', 'exact 12'],
    ['1,3 million d’euros', '€', 'about 1300000'],
    ['plus de 2 M€', '€', 'more_than 2000000'],
    ['12 km', 'km', 'exact 12'],
    ['12 KM', 'km', 'exact 12'],
    ['3 heures', 'h', 'exact 3'],
    ['12 vues', 'km', 'refused unexpected_text'],
  ])('« %s » for an indicator in %s is %s', (raw, symbol, expected) => {
    expect(read(raw, { symbol })).toBe(expected);
  });
});

describe('what no person typed', () => {
  it.each([
    ['1e5', 'scientific_notation'],
    ['1,22158E+17', 'scientific_notation'],
    ['-1.5e-3', 'scientific_notation'],
    ['=SUM(A1)', 'formula'],
    ['=1+1', 'formula'],
    ['@SUM(A1)', 'formula'],
    ['+A1', 'formula'],
    ['-SUM(A1)', 'formula'],
    ['＝1', 'formula'],
    ['#REF!', 'spreadsheet_error'],
    ['#N/A', 'spreadsheet_error'],
    ['#VALEUR!', 'spreadsheet_error'],
    ['########', 'spreadsheet_error'],
    ['١٢٣', 'foreign_digits'],
    ['१२', 'foreign_digits'],
    ['10²', 'foreign_digits'],
    ['½', 'foreign_digits'],
    ['①', 'foreign_digits'],
    ['Ⅻ', 'foreign_digits'],
    ['9'.repeat(201), 'not_a_number'],
    ['+33 5 65 00 00 00', 'bad_grouping'],
  ])('« %s » is refused: %s', (raw, code) => {
    expect(read(raw)).toBe(`refused ${code}`);
  });

  it('accepts the digits that compatibility forms make plain', () => {
    expect(read('𝟏𝟐')).toBe('exact 12');
  });
});

describe('numbers of spreadsheets', () => {
  it('takes them as they are, without rounding', () => {
    expect(read(450)).toBe('exact 450');
    expect(read(12.5, { decimals: 2 })).toBe('exact 1250');
    expect(read(12.5)).toBe('refused too_many_decimals');
    expect(read(Number.NaN)).toBe('refused not_a_number');
  });
});

describe('laws', () => {
  const decimals = fc.integer({ min: 0, max: 4 });

  it('reads back every number that the formatter writes in full', () => {
    fc.assert(
      fc.property(fc.maxSafeInteger(), decimals, (value, unit) => {
        const reading = readFrenchNumber(formatNumber(value, unit, 'keep'), { decimals: unit });
        // « 12,345 » alone has two readings, and its own is one of them.
        const readings =
          reading.kind === 'question' ? reading.choices.map((choice) => choice.quantity.value) : [];
        if (reading.kind === 'quantity') readings.push(reading.quantity.value);
        expect(readings).toContain(value);
      }),
    );
  });

  it('reads back every qualified quantity that the formatter writes', () => {
    const quantities = fc
      .tuple(
        fc.constantFrom<Qualifier>(...QUALIFIERS),
        fc.integer({ min: -999_999, max: 999_999 }),
        fc.nat(999),
      )
      .map(([qualifier, value, more]): Quantity => ({
        value,
        valueMax: qualifier === 'between' ? Math.min(value + more + 1, 999_999) : null,
        qualifier,
      }))
      .filter(({ value, valueMax }) => valueMax === null || valueMax > value);
    fc.assert(
      fc.property(quantities, fc.constantFrom(null, '%', '€'), (quantity, symbol) => {
        const { text } = formatQuantity(quantity, { decimals: 0, symbol, signed: false });
        expect(readFrenchNumber(text, { symbol })).toEqual({ kind: 'quantity', quantity });
      }),
    );
  });

  it('answers any text, with a sentence when it refuses or asks', () => {
    const cells = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.stringMatching(/^[\d .,'kM%€()+~<>-]{0,12}$/),
      fc.stringMatching(/^(plus de|entre|près de)? ?[\d .,]{0,8}( et | à |-)?[\d .,]{0,8}$/),
    );
    fc.assert(
      fc.property(cells, decimals, (raw, unit) => {
        const reading = readFrenchNumber(raw, { decimals: unit });
        if (reading.kind === 'refused' || reading.kind === 'question') {
          expect(reading.message).toMatch(/^«\u00a0.*\u00a0».*[.]$/u);
          expect(reading.message).not.toMatch(/NaN|undefined|null/);
        }
        if (reading.kind === 'question') expect(reading.choices.length).toBeGreaterThan(0);
        if (reading.kind === 'quantity') expect(Number.isSafeInteger(reading.quantity.value)).toBe(true);
      }),
      { numRuns: 2000 },
    );
  });
});
