import type { IsoDate } from '../../kernel/period.types.js';

/** How a cell looks, and what may be done with it. */
export interface CellStyle {
  bold?: true;
  /** A larger letter, for the title of a sheet. */
  title?: true;
  fill?: 'header' | 'entry' | 'quiet';
  wrap?: true;
  align?: 'right' | 'center';
  /** How numbers and days are shown: `#,##0.00`, `dd/mm/yyyy`. */
  format?: string;
  /** May be written in on a protected sheet. */
  unlocked?: true;
  /** A text that stays a text when somebody edits it, whatever it begins with. */
  quoted?: true;
}

/** A text, a decimal number with a point (`-12.5`) or a day; only a style when there is nothing to say. */
export type SheetCell =
  | { text: string; style?: CellStyle }
  | { number: string; style?: CellStyle }
  | { day: IsoDate; style?: CellStyle }
  | { style?: CellStyle }
  | null;

export interface SheetColumn {
  /** In characters. */
  width: number;
}

/** A drop-down list in the cells of a column. */
export interface ColumnChoice {
  /** Place of the column, from 0, and of its first row, from 1: down to the last row of the sheet. */
  column: number;
  firstRow: number;
  /** Name of the list of the workbook. */
  list: string;
  /** What is shown beside the cell. */
  hint: { title: string; text: string };
  /** What is told of another value; it is kept all the same when `suggests`. */
  refusal: { title: string; text: string; suggests?: true };
}

export interface Sheet {
  name: string;
  columns: readonly SheetColumn[];
  /** Some rows at a time, so that any number of them can be written. */
  rows: AsyncIterable<readonly SheetRow[]> | Iterable<readonly SheetRow[]>;
  /** Rows above and columns before which nothing scrolls, from 1: the header. */
  frozen?: { rows: number; columns: number };
  /** Number of the row whose cells filter those below, from 1; printed at the top of each page too. */
  headerRow: number;
  filters?: true;
  /** Only unlocked cells may be written in. */
  isProtected?: true;
  choices?: readonly ColumnChoice[];
}

export type SheetRow = readonly SheetCell[];

/** A workbook to write. The same content gives the same bytes. */
export interface Workbook {
  title: string;
  author: string;
  sheets: readonly Sheet[];
  /** Lists that cells choose from, by their name: letters and underscores. */
  lists?: ReadonlyMap<string, readonly string[]>;
}
