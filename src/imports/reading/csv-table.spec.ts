import fc from 'fast-check';
import { readCsv } from './csv-table.js';
import { ReadingRefused } from './reading-refusals.rules.js';
import { READING_LIMITS } from './reading-limits.js';
import type { TableRow } from './reading.types.js';

const rowsOf = (text: string, separator = ';', linesBefore = 0): readonly TableRow[] =>
  readCsv({ text, separator, linesBefore }, READING_LIMITS).rows;
const told = (text: string): string[] =>
  rowsOf(text).map(({ line, cells }) => `${line}: ${cells.join(' | ')}`);

describe('the rows of a CSV', () => {
  it('start where the file says, whatever stands between them', () => {
    const text = '# un; deux\n\na;b\n"x\ny";2\n;;\n# trois\n\n3;4;5\n6';
    expect(told(text)).toEqual([
      '1: # un; deux',
      '3: a | b',
      '4: x\ny | 2',
      '7: # trois',
      '9: 3 | 4 | 5',
      '10: 6',
    ]);
    expect(rowsOf('a;b', ';', 1)).toEqual([{ line: 2, cells: ['a', 'b'] }]);
  });

  it('take a hash that heads a cell for text', () => {
    expect(told('#;Nom\n#spot;2\n')).toEqual(['1: # | Nom', '2: #spot | 2']);
  });

  it('keep stray quotes that swallow nothing', () => {
    expect(told('a;b\nLe "Lot";2\n"Le Lot" en fête;3\n')).toEqual([
      '1: a | b',
      '2: Le "Lot" | 2',
      '3: "Le Lot" en fête | 3',
    ]);
    expect(told('a;b\n"""Lot""\net plus";2\nLe "Lot";3\n')).toEqual([
      '1: a | b',
      '2: "Lot"\net plus | 2',
      '4: Le "Lot" | 3',
    ]);
  });

  it.each([
    ['a;b\n\n# un\n1;"2\n3;4\n', 4],
    ['a;b\n1;"2\n3;"4";5\n', 2],
    ['"a;b\n', 1],
  ])('refuse the quote of %j that is never closed, at its line', (text, line) => {
    const error = (() => {
      try {
        return rowsOf(text);
      } catch (caught) {
        return caught;
      }
    })();
    expect(error).toBeInstanceOf(ReadingRefused);
    expect(error).toMatchObject({ refusal: { code: 'broken_quotes', line } });
  });

  it('come back as they were written, at their lines', () => {
    const cell = fc.stringMatching(/^[a-z0-9;,"#\n -]{0,10}$/);
    const row = fc.array(cell, { minLength: 1, maxLength: 5 });
    fc.assert(
      fc.property(fc.array(row, { maxLength: 10 }), fc.constantFrom(';', ',', '\t'), (rows, separator) => {
        const expected: TableRow[] = [];
        let line = 1;
        const written = rows.map((cells) => {
          if (cells.some((one) => one.trim() !== '')) expected.push({ line, cells });
          const text = cells.map((one) => `"${one.replaceAll('"', '""')}"`).join(separator);
          line += text.split('\n').length;
          return text;
        });
        expect(rowsOf(written.join('\n'), separator)).toEqual(expected);
      }),
    );
  });
});
