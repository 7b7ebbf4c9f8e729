import fc from 'fast-check';
import { columnOf, indexOf, rowOf } from './cell-references.rules.js';

const lettersOf = (column: number): string =>
  column < 0 ? '' : lettersOf(Math.floor(column / 26) - 1) + String.fromCharCode(65 + (column % 26));

describe('references of cells', () => {
  it('name columns by letters', () => {
    expect(['A', 'Z', 'AA', 'AB', 'IV', 'XFD'].map((letters) => columnOf(`${letters}1`, 1))).toEqual([
      0, 25, 26, 27, 255, 16_383,
    ]);
    fc.assert(
      fc.property(fc.nat(16_383), fc.integer({ min: 1, max: 1_048_576 }), (column, row) => {
        expect(columnOf(`${lettersOf(column)}${row}`, row)).toBe(column);
      }),
    );
  });

  it.each(['', 'A', '1', 'a1', 'A01', 'A2', 'ZZZZZZ1', 'A99999999999', '__proto__', 'XFE1', 'Ａ1', 'A1 '])(
    'refuse « %s » in the first row',
    (reference) => expect(() => columnOf(reference, 1)).toThrow('damaged_file'),
  );

  it('number rows in their order', () => {
    expect([rowOf(undefined, 4), rowOf('9', 4), rowOf('1048576', 4)]).toEqual([5, 9, 1_048_576]);
    for (const written of ['4', '0', '-1', '1048577', '1e3', 'x', ''])
      expect(() => rowOf(written, 4)).toThrow('damaged_file');
    expect(() => indexOf('9'.repeat(30))).toThrow('damaged_file');
  });
});
