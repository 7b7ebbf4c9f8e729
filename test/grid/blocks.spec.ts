import fc from 'fast-check';
import type { Place } from '../../views/assets/scripts/grid/movement.js';
import { rowsByName } from '../../views/assets/scripts/grid/paste-names.js';
import { planPaste } from '../../views/assets/scripts/grid/paste-plan.js';
import { oneLine, parseBlock, writeBlock } from '../../views/assets/scripts/grid/tsv.js';

describe('a block copied from a spreadsheet', () => {
  it.each([
    ['35', [['35']]],
    ['35\r\n', [['35']]],
    [
      '1 204\t1 310\r\n86\tnc\r\n',
      [
        ['1 204', '1 310'],
        ['86', 'nc'],
      ],
    ],
    ['1\n2\n3', [['1'], ['2'], ['3']]],
    ['1\r2\r', [['1'], ['2']]],
    ['\t\n', [['', '']]],
    ['\n\n', [[''], ['']]],
    ['', [['']]],
    ['"deux\nlignes"\t"dit ""oui"""', [['deux\nlignes', 'dit "oui"']]],
    ['"une\ttabulation"\r\n5', [['une\ttabulation'], ['5']]],
    ['"jamais fermé\t5', [['"jamais fermé', '5']]],
    ['"fermé" trop tôt\t5', [['"fermé" trop tôt', '5']]],
    ['plus de 13\u202f000\t9\u00a0400', [['plus de 13\u202f000', '9\u00a0400']]],
  ])('%j is read', (text, rows) => expect(parseBlock(text)).toEqual(rows));

  it('reads back whatever was written, whatever the cells hold', () => {
    const cell = fc.oneof(
      fc.string(),
      fc.string({ unit: fc.constantFrom('"', '\t', '\n', '\r', 'a', ' ', '1', '\u202f') }),
    );
    const block = fc.array(fc.array(cell, { minLength: 1, maxLength: 5 }), { minLength: 1, maxLength: 8 });
    fc.assert(fc.property(block, (rows) => expect(parseBlock(writeBlock(rows))).toEqual(rows)));
  });

  it('stops at what no grid holds, and never hangs on any text', () => {
    expect(parseBlock('1\n'.repeat(50_000))).toHaveLength(10_000);
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom('"', '\t', '\n', '\r', 'x') }), (text) =>
        expect(parseBlock(text).flat().length).toBeLessThanOrEqual(text.length + 1),
      ),
    );
  });

  it('makes one line of a cell', () => expect(oneLine(' 35 \r\n spots\t')).toBe('35 spots'));
});

/** A grid of so many rows and columns, where some places are only shown. */
function gridOf(rows: number, columns: number, shown: readonly Place[] = [], names: readonly string[] = []) {
  const places = Array.from({ length: rows * columns }, (_, index) => ({
    row: Math.floor(index / columns),
    column: index % columns,
  })).filter(({ row, column }) => !shown.some((one) => one.row === row && one.column === column));
  return { rows, columns, places, names: rowsByName(names) };
}

describe('where a block lands', () => {
  const block = Array.from({ length: 12 }, (_, index) => [String(index + 1), String(100 + index)]);

  it('fills two columns and twelve rows, the bad cell in its place', () => {
    const bad = block.map((row, index) => (index === 4 ? ['dix-huit', ...row.slice(1)] : row));
    const plan = planPaste(bad, { row: 0, column: 0 }, gridOf(12, 2));
    expect(plan.filled).toHaveLength(24);
    expect(plan.filled[8]).toEqual({ row: 4, column: 0, typed: 'dix-huit' });
    expect(plan).toMatchObject({ blank: 0, readOnly: 0, below: 0, beside: 0, names: 'none' });
  });

  it('reports the column that the page has not, and the rows past its last', () => {
    const plan = planPaste(block, { row: 2, column: 0 }, gridOf(12, 1));
    expect(plan.filled.map(({ typed }) => typed)).toEqual([
      '1',
      '2',
      '3',
      '4',
      '5',
      '6',
      '7',
      '8',
      '9',
      '10',
    ]);
    expect(plan).toMatchObject({ beside: 12, below: 2 });
  });

  it('leaves the names of rows that were copied with their figures', () => {
    const named = [
      ['Spots partagés', '35'],
      ['Visites du portail', 'plus de 4 000'],
      ['Contacts', 'nc'],
    ];
    const plan = planPaste(named, { row: 0, column: 0 }, gridOf(3, 1));
    expect(plan.filled.map(({ typed }) => typed)).toEqual(['35', 'plus de 4 000', 'nc']);
    expect(plan.names).toBe('left-out');
  });

  it('follows the names when each is that of one row, in any order, under a header or not', () => {
    const grid = gridOf(3, 1, [], ['Spots partagés', 'Visites du portail', 'Contacts · Cahors']);
    const named = [
      ['VISITES DU PORTAIL', '4 000'],
      ['Contacts · Cahors', 'dix'],
      ['Spots partages', '35'],
    ];
    const filled = [
      { row: 1, column: 0, typed: '4 000' },
      { row: 2, column: 0, typed: 'dix' },
      { row: 0, column: 0, typed: '35' },
    ];
    expect(planPaste(named, { row: 1, column: 0 }, grid)).toMatchObject({ filled, names: 'followed' });
    const headed = [['Indicateur', 'sept.'], ...named];
    expect(planPaste(headed, { row: 1, column: 0 }, grid)).toMatchObject({ filled, names: 'followed' });
  });

  it('goes by place when a name is unknown, repeated in the block or borne by two rows', () => {
    const grid = gridOf(3, 1, [], ['Vues', 'Visites', 'Vues']);
    for (const names of [
      ['Visites', 'Autre'],
      ['Visites', 'Visites'],
      ['Visites', 'Vues'],
    ]) {
      const plan = planPaste(
        names.map((name) => [name, '5']),
        { row: 0, column: 0 },
        grid,
      );
      expect(plan.names).toBe('left-out');
      expect(plan.filled.map(({ row }) => row)).toEqual([0, 1]);
    }
  });

  it('keeps the place of a figure that is only shown, and erases nothing with a blank', () => {
    const plan = planPaste(
      [['1'], ['2'], [' '], ['4']],
      { row: 0, column: 0 },
      gridOf(4, 1, [{ row: 1, column: 0 }]),
    );
    expect(plan.filled).toEqual([
      { row: 0, column: 0, typed: '1' },
      { row: 3, column: 0, typed: '4' },
    ]);
    expect(plan).toMatchObject({ readOnly: 1, blank: 1 });
  });

  it('accounts for every cell of any block', () => {
    const cell = fc.constantFrom('', '5', 'nc', 'oups', '13k+');
    const rows = fc.array(fc.array(cell, { minLength: 1, maxLength: 4 }), { minLength: 1, maxLength: 6 });
    const start = fc.record({ row: fc.nat(3), column: fc.nat(2) });
    fc.assert(
      fc.property(rows, start, (pasted, from) => {
        const plan = planPaste(pasted, from, gridOf(4, 3, [{ row: 1, column: 1 }]));
        const names = plan.names === 'none' ? 0 : pasted.length;
        const { filled, blank, readOnly, below, beside } = plan;
        expect(filled.length + blank + readOnly + below + beside + names).toBe(pasted.flat().length);
      }),
    );
  });
});
