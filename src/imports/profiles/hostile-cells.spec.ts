import fc from 'fast-check';
import { csvFile, INSTALLATION, interpreted } from '../../../test/support/read-files.js';
import { withoutPersonalColumns } from './kept-file.rules.js';
import { builtInProfiles } from './profile-files.js';

const LONG = 32_767;
const HEADERS = [
  ['Post ID', 'Publish time', 'Post type', 'Views'],
  ['Page path and screen class', 'Views', 'x', 'y'],
  ['Code', 'Indicateur', 'Unité', 'Valeur'],
  ['N° BL', 'Date de livraison', 'Quantité livrée', 'Désignation'],
  ['Horodatage', 'EPCI', 'Nombre de spots', 'Canal'],
  ['a', 'b', 'c', 'd'],
];

describe('Cells as long as a file may have', () => {
  it.each([
    ['spaces', `a${' '.repeat(LONG)}b`],
    ['commas', `1${',111'.repeat(LONG / 4)}`],
    ['digits', '1'.repeat(LONG)],
    ['points', `1${'.1'.repeat(LONG / 2)}`],
    ['letters', 'é'.repeat(LONG)],
    ['words', 'avril '.repeat(LONG / 6)],
    ['parentheses', '('.repeat(LONG)],
    ['dashes', '-'.repeat(LONG)],
    ['at signs', 'a@'.repeat(LONG / 2)],
  ])('take no time when they are made of %s', (_, cell) => {
    const started = performance.now();
    for (const header of HEADERS) {
      const row = header.map(() => cell);
      const file = csvFile([[cell], [`# Start date: ${cell}`], ['Organisation', cell], header, row, row]);
      interpreted(file);
      withoutPersonalColumns(file, builtInProfiles(), INSTALLATION);
    }
    expect(performance.now() - started).toBeLessThan(5_000);
  });
});

describe('Whatever stands in its cells', () => {
  const cell = fc.oneof(
    fc.string(),
    fc.double(),
    fc.constantFrom<string | number>(
      '__proto__',
      'constructor',
      'Total',
      '1,2E+17',
      '31/12/2020',
      '2020-04',
      'NC',
      '130.000',
      '=A1',
      '',
      Number.NaN,
    ),
  );

  it('is read or told, and never breaks anything', () => {
    const row = fc.array(cell, { maxLength: 6 });
    fc.assert(
      fc.property(fc.constantFrom(...HEADERS), fc.array(row, { maxLength: 6 }), (header, rows) => {
        const said = interpreted(csvFile([header, ...rows]));
        for (const { quantity, absence, periodStart, periodEnd } of said.observations) {
          expect(quantity === null).toBe(absence !== null);
          expect(Number.isSafeInteger(quantity?.value ?? 0)).toBe(true);
          expect(periodStart <= periodEnd).toBe(true);
        }
        for (const { line, message } of said.rejected) {
          expect(line).toBeGreaterThan(0);
          expect(message).toMatch(/[.?]$/);
        }
      }),
      { numRuns: 500 },
    );
  });
});
