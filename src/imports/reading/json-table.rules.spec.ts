import fc from 'fast-check';
import { looksLikeJson, readJson } from './json-table.rules.js';
import { ReadingRefused } from './reading-refusals.rules.js';
import { READING_LIMITS } from './reading-limits.js';
import type { ReadingRefusal } from './reading.types.js';

const rowsOf = (text: string): unknown[] =>
  readJson(text, READING_LIMITS).table.rows.map(({ line, cells }) => [line, ...cells]);

function refusalOf(text: string): ReadingRefusal {
  try {
    readJson(text, READING_LIMITS);
  } catch (error) {
    if (error instanceof ReadingRefused) return error.refusal;
    throw error;
  }
  throw new Error('read');
}

describe('JSON', () => {
  it.each<[string, string, unknown[]]>([
    [
      'a list',
      '[{"a":1},\n{"b":"x","a":null}]',
      [
        [0, 'a', 'b'],
        [1, 1],
        [2, '', 'x'],
      ],
    ],
    [
      'one object',
      '{"a":{"b":1,"c":{"d":true}},"e":[1,2]}',
      [
        [0, 'a.b', 'a.c.d', 'e'],
        [1, 1, 'true', '[1,2]'],
      ],
    ],
    [
      'a list in an object',
      '{"total":2,"items":[{"a":1},{"a":2}]}',
      [
        [0, 'a'],
        [1, 1],
        [1, 2],
      ],
    ],
    [
      'months',
      '{"2020-01":{"nb_visits":3},\n"2020-02":{"nb_visits":4}}',
      [
        [0, 'date', 'nb_visits'],
        [1, '2020-01', 3],
        [2, '2020-02', 4],
      ],
    ],
    [
      'rows by day',
      '{"2020-01-01":[{"label":"x","n":1}],"2020-01-02":[]}',
      [
        [0, 'date', 'label', 'n'],
        [1, '2020-01-01', 'x', 1],
      ],
    ],
    [
      'numbers by month',
      '{"2020-01":3}',
      [
        [0, 'date', 'value'],
        [1, '2020-01', 3],
      ],
    ],
    [
      'lines',
      '{"a":1}\n\n{"a":2}\n',
      [
        [0, 'a'],
        [1, 1],
        [3, 2],
      ],
    ],
    ['nothing', '[]', []],
  ])('of %s makes rows', (_, text, rows) => expect(rowsOf(text)).toEqual(rows));

  it('keeps the numbers that it would round as they are written', () => {
    const written =
      '[{"a":122158000000000101,"b":1.10,"c":0.1234567890123456789,"d":1e400,"e":-0,"f":1e3,"g":9007199254740993}]';
    expect(rowsOf(written)[1]).toEqual([
      1,
      '122158000000000101',
      1.1,
      '0.1234567890123456789',
      '1e400',
      -0,
      1000,
      '9007199254740993',
    ]);
  });

  it('takes names of the machinery of objects for names', () => {
    const rows = rowsOf('[{"__proto__":{"polluted":1},"constructor":"x","toString":2}]');
    expect(rows).toEqual([
      [0, '__proto__.polluted', 'constructor', 'toString'],
      [1, 1, 'x', 2],
    ]);
    expect(({} as Record<string, unknown>)['polluted']).toBeUndefined();
  });

  it.each([
    ['{"a":1}\n{"a":2\n{"a":3}', 'broken_json', 3],
    ['{"a":1}\nbonjour\n', 'broken_json', 2],
    ['{"a":1}\n[1]\n', 'broken_json', 2],
    ['{"a":1} {"a":2}', 'broken_json', 1],
    ['[{"a":1},\n{"a":01}]', 'broken_json', 2],
    ['[{"a":"\\x"}]', 'broken_json', 1],
    ['[{"a":"x', 'broken_json', 1],
    ['[1,2]', 'not_a_table', 1],
    ['{"a":1,"a":2}', 'duplicate_member', 1],
    ['[{"a.b":1,"a":{"b":2}}]', 'duplicate_member', 1],
    [`${'['.repeat(100_000)}`, 'too_deep', 1],
    [`${'{"a":'.repeat(100_000)}`, 'too_deep', 1],
  ])('that is not: %.30s', (text, code, line) => expect(refusalOf(text)).toMatchObject({ code, line }));

  it('is told from tables whose header stands between brackets', () => {
    expect(
      ['[Date];Vues', '{Date}', 'a;b', '[{"a":1}]', ' [\n', '{"a":1}', '{}', '[1]'].map(looksLikeJson),
    ).toEqual([false, false, false, true, true, true, true, true]);
  });

  it('reads what JSON.stringify writes', () => {
    const value = fc.oneof(
      fc.string(),
      fc.double({ noNaN: true, noDefaultInfinity: true }),
      fc.maxSafeInteger(),
    );
    fc.assert(
      fc.property(
        fc.array(fc.record({ a: value, b: value }), { minLength: 1 }),
        fc.nat(3),
        (objects, space) => {
          const rows = rowsOf(JSON.stringify(objects, null, space))
            .slice(1)
            .map((row) => (row as unknown[]).slice(1));
          const written = objects.map(({ a, b }) => JSON.parse(JSON.stringify([a, b])) as unknown[]);
          const kept = written.filter((cells) => cells.some((cell) => cell !== ''));
          expect(rows).toEqual(
            kept.map((cells) => cells.map((cell) => (typeof cell === 'string' ? cell.toWellFormed() : cell))),
          );
        },
      ),
    );
  });
});
