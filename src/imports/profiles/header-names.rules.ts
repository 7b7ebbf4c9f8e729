import { normaliseForSearch } from '../../kernel/french-text.rules.js';
import type { Cell, TableRow } from '../reading/reading.types.js';
import type { Names } from './import-profile.types.js';

/** Where the columns of a header stand, by their name without accents nor capitals. The first of two alike counts. */
export type Columns = ReadonlyMap<string, number>;

/** The text of a cell, without the blanks around it. */
export const cellText = (cell: Cell | undefined): string => (cell === undefined ? '' : String(cell).trim());

/** The cells of a row that hold something. */
export const filledCells = ({ cells }: TableRow): string[] =>
  cells.map(cellText).filter((text) => text !== '');

/** No header is longer, and comparing a page of text with names takes its time. */
const LONGEST_NAME = 300;

/** Every profile looks at the same first rows. */
const seen = new WeakMap<TableRow, Columns>();

/** Finds the columns of a header row. Names are compared, never used as keys of objects. */
export function columnsOf(row: TableRow): Columns {
  const known = seen.get(row);
  if (known !== undefined) return known;
  const columns = new Map<string, number>();
  seen.set(row, columns);
  for (const [index, cell] of row.cells.entries()) {
    const text = cellText(cell);
    const name = text.length > LONGEST_NAME ? '' : normaliseForSearch(text);
    if (name !== '' && !columns.has(name)) columns.set(name, index);
  }
  return columns;
}

/**
 * Where a column stands that files know under several names; null when it is not there. Whole names only: « Réactions »
 * is not « Réactions, commentaires et partages ».
 */
export function columnAt(columns: Columns, names: Names): number | null {
  for (const name of names) {
    const index = columns.get(normaliseForSearch(name));
    if (index !== undefined) return index;
  }
  return null;
}

/** Whether a name is one of those, without regard to accents and capitals. */
export function isOneOf(text: string, names: Names): boolean {
  if (text.length > LONGEST_NAME) return false;
  const wanted = normaliseForSearch(text);
  return names.some((name) => normaliseForSearch(name) === wanted);
}
