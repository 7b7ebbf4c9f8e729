import type { Place } from './movement.js';
import { withoutNames } from './paste-names.js';
import { oneLine } from './tsv.js';

/** How large a grid is, and which of its rows bears which name. */
export interface GridSize {
  rows: number;
  columns: number;
  names: ReadonlyMap<string, number>;
}

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
  /** The first column held names, not figures: by which the others found their rows, or not. */
  names: 'none' | 'left-out' | 'followed';
}

/**
 * Where each cell of a block lands: the first one on the focused cell, the others below and beside it as in a
 * spreadsheet. Rows that are only shown keep their place, or all figures below would move up by one.
 */
export function planPaste(
  block: readonly (readonly string[])[],
  from: Place,
  grid: GridSize & { places: readonly Place[] },
): PastePlan {
  const { cells, hasNames, rows } = withoutNames(block, grid.names);
  const writable = new Set(grid.places.map(({ row, column }) => `${row} ${column}`));
  const names = !hasNames ? 'none' : rows === null ? 'left-out' : 'followed';
  const plan: PastePlan = { filled: [], blank: 0, readOnly: 0, below: 0, beside: 0, names };
  for (const [down, row] of cells.entries()) {
    for (const [right, cell] of row.entries()) {
      const place = { row: rows?.[down] ?? from.row + down, column: from.column + right };
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
