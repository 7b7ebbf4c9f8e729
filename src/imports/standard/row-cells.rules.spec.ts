import fc from 'fast-check';
import { RowCells } from './row-cells.rules.js';

class Values extends RowCells {
  /** What a cell says, and what is wrong with it. */
  read(decimals: number, symbol: string | null): unknown {
    return [this.number('valeur', { decimals, symbol }), this.rejected, this.questions];
  }
}

const read = (text: string, decimals = 0, symbol: string | null = null): unknown =>
  new Values(new Map([['valeur', text]]), 1).read(decimals, symbol);

describe('the value of a row', () => {
  it('is, of a plain count, what it is with a space before it', () => {
    const counts = fc.nat(2_000_000_000);
    const decimals = fc.integer({ min: 0, max: 4 });
    fc.assert(
      fc.property(counts, decimals, fc.constantFrom(null, '€'), (value, unit, symbol) => {
        expect(read(String(value), unit, symbol)).toEqual(read(` ${value}`, unit, symbol));
      }),
      { numRuns: 2_000 },
    );
  });

  it('is nothing of an empty cell, and never zero', () => {
    expect(read('')).toEqual([{ quantity: null, absence: null }, [], []]);
    expect(read('')).toEqual(read(' '));
    expect(read('0')).toMatchObject([{ quantity: { value: 0 } }, [], []]);
  });
});
