import fc from 'fast-check';
import { declaredSeparator, voteSeparator } from './csv-separator.rules.js';

describe('the separator of a CSV', () => {
  it.each([
    ['a;b\n1,5;2\n3,5;4\n', ';'],
    ['a\tb\n1,5\t2,5\n', '\t'],
    ['a|b|c\n1|2|3\n', '|'],
    ['Date,Vues\n2020-04-01,120\n', ','],
    ['a, b, c\n1, 2, 3\n', ','],
    ['a,"b;c;d"\n"1;1;1",2\n', ','],
    ['"a;b;c\n;;","x"\n"1;1;1",2\n', ','],
    ['Rapport, du Lot\n\na;b;c\n1;2;3\n4;5;6\n', ';'],
    ['# Pages; et; écrans\n# Compte; a; b\na,b\n1,2\n', ','],
    ['code;nom\n', ';'],
  ])('of %j is %j', (text, separator) => expect(voteSeparator(text)).toBe(separator));

  it.each(['Bonjour', 'Bonjour,\nvoici, enfin, le total\n', 'un ; deux\ntrois\n'])('of %j is none', (text) =>
    expect(voteSeparator(text)).toBeNull(),
  );

  it('is what the first line declares', () => {
    expect(['sep=,\na;b', 'SEP=\t\n', '"sep=|"\n', 'separator;b\n', 'sep=\n'].map(declaredSeparator)).toEqual(
      [',', '\t', '|', null, null],
    );
  });

  it('is found in any table, whatever its quoted cells hold', () => {
    const text = fc.stringMatching(/^[a-z0-9é ,;|\t\n"]{0,12}$/);
    const table = fc
      .integer({ min: 2, max: 6 })
      .chain((columns) =>
        fc.array(fc.array(text, { minLength: columns, maxLength: columns }), { minLength: 2, maxLength: 8 }),
      );
    fc.assert(
      fc.property(table, fc.constantFrom(';', ',', '\t', '|'), (rows, separator) => {
        const quoted = rows.map((row) =>
          row.map((cell) => `"${cell.replaceAll('"', '""')}"`).join(separator),
        );
        expect(voteSeparator(quoted.join('\n'))).toBe(separator);
      }),
    );
  });
});
