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

/** Finds the columns of a header row. Names are compared, never used as keys of objects. */
export function columnsOf({ cells }: TableRow): Columns {
  const columns = new Map<string, number>();
  for (const [index, cell] of cells.entries()) {
    const name = normaliseForSearch(cellText(cell));
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
  const wanted = normaliseForSearch(text);
  return names.some((name) => normaliseForSearch(name) === wanted);
}
