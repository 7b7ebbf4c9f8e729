import { readFrenchNumber } from '../../../../src/kernel/french-number-reader.rules.js';
import { normaliseForSearch } from '../../../../src/kernel/french-text.rules.js';
import { oneLine } from './tsv.js';

/** Rows of a block without their column of names. */
export interface NamedRows {
  cells: readonly (readonly string[])[];
  /** There was a column of names. */
  hasNames: boolean;
  /** The row of the grid that bears the name of each; null when they go one below the other. */
  rows: readonly number[] | null;
}

/** Decimals enough for any unit: what is looked for is whether a cell reads as a figure at all. */
const isName = (cell: string): boolean => {
  const { kind } = readFrenchNumber(cell, { decimals: 6, decimalPoint: 'allowed' });
  return kind === 'refused' && !/^\p{Sc}?\s*[\d.,]/u.test(cell.trim());
};

const isHeader = (row: readonly string[]): boolean =>
  row.every((cell) => oneLine(cell) === '' || isName(cell));

/** A name as rows are compared by: accents, capitals and spaces do not count. */
const plain = (name: string): string => normaliseForSearch(oneLine(name));

/** The rows of a grid by their names; a name that several bear leads to none of them. */
export function rowsByName(names: readonly string[]): Map<string, number> {
  const rows = new Map<string, number>();
  const repeated = new Set<string>();
  for (const [row, name] of names.entries()) {
    const known = plain(name);
    if (known === '' || rows.has(known)) repeated.add(known);
    rows.set(known, row);
  }
  for (const name of repeated) rows.delete(name);
  return rows;
}

/**
 * Finds the names that were copied with their figures: a first column where no cell reads as a figure. When each of
 * them is the name of one row of the grid, under a header or not, its figures go there, whatever the order.
 */
export function withoutNames(
  block: readonly (readonly string[])[],
  known: ReadonlyMap<string, number>,
): NamedRows {
  const names = block.map(([name = '']) => plain(name));
  const given = block.filter(([name = '']) => oneLine(name) !== '');
  const hasNames =
    block.some((row) => row.length > 1) && given.length > 0 && given.every(([name = '']) => isName(name));
  if (!hasNames) return { cells: block, hasNames, rows: null };
  const [header = []] = block;
  const first = block.length > 1 && !known.has(names[0] ?? '') && isHeader(header) ? 1 : 0;
  const rows = names.slice(first).flatMap((name) => known.get(name) ?? []);
  const allFound = rows.length === names.length - first && new Set(rows).size === rows.length;
  const cells = block.map((row) => row.slice(1));
  return allFound ? { cells: cells.slice(first), hasNames, rows } : { cells, hasNames, rows: null };
}
