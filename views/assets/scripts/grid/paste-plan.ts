import { readFrenchNumber } from '../../../../src/kernel/french-number-reader.rules.js';
import type { Place } from './movement.js';
import { oneLine } from './tsv.js';

/** What a pasted block does to the grid. */
export interface PastePlan {
  /** The text of each cell that takes one. */
  filled: (Place & { typed: string })[];
  /** Cells of the block that hold nothing: they erase nothing. */
  blank: number;
  /** Cells of the block that would land on figures which are only shown. */
  readOnly: number;
  /** Cells of the block past the last row, or past the last column, of the grid. */
  below: number;
  beside: number;
  /** The first column held names, not figures. */
  leftOutNames: boolean;
}

/** Decimals enough for any unit: what is looked for is whether a cell reads as a figure at all. */
const isName = (cell: string): boolean => {
  const { kind } = readFrenchNumber(cell, { decimals: 6, decimalPoint: 'allowed' });
  return kind === 'refused' && !/^\p{Sc}?\s*[\d.,]/u.test(cell.trim());
};

/** The names of the rows copied with their figures: a first column where no cell reads as a figure. */
function holdsNames(rows: readonly (readonly string[])[]): boolean {
  if (rows.every((row) => row.length < 2)) return false;
  const first = rows.map((row) => oneLine(row[0] ?? '')).filter((cell) => cell !== '');
  return first.length > 0 && first.every(isName);
}

/**
 * Where each cell of a block lands: the first one on the focused cell, the others below and beside it as in a
 * spreadsheet. Rows that are only shown keep their place, or all figures below would move up by one.
 */
export function planPaste(
  block: readonly (readonly string[])[],
  from: Place,
  grid: { rows: number; columns: number; places: readonly Place[] },
): PastePlan {
  const leftOutNames = holdsNames(block);
  const rows = leftOutNames ? block.map((row) => row.slice(1)) : block;
  const writable = new Set(grid.places.map(({ row, column }) => `${row} ${column}`));
  const plan: PastePlan = { filled: [], blank: 0, readOnly: 0, below: 0, beside: 0, leftOutNames };
  for (const [down, row] of rows.entries()) {
    for (const [right, cell] of row.entries()) {
      const place = { row: from.row + down, column: from.column + right };
      const typed = oneLine(cell);
      if (typed === '') plan.blank += 1;
      else if (place.column >= grid.columns) plan.beside += 1;
      else if (place.row >= grid.rows) plan.below += 1;
      else if (!writable.has(`${place.row} ${place.column}`)) plan.readOnly += 1;
      else plan.filled.push({ ...place, typed });
    }
  }
  return plan;
}
