import { readFrenchNumber } from '../../kernel/french-number-reader.rules.js';
import type { Cell, TableRow } from '../reading/reading.types.js';
import { readDateText } from './date-cells.rules.js';
import { cellText } from './header-names.rules.js';
import { HEADER_WITHIN } from './recognition.rules.js';

const LONGEST_NUMBER = 40;
const READ_WITH = { decimals: 4, symbol: null, decimalPoint: 'allowed' } as const;

/** Whether a cell is a number or says why there is none. */
export function isValue(cell: Cell | undefined): boolean {
  if (typeof cell === 'number') return true;
  const written = cellText(cell);
  if (written === '' || written.length > LONGEST_NUMBER) return false;
  const text = written.replace(/[%€]$/, '').trim();
  const reading = readFrenchNumber(text, READ_WITH);
  return reading.kind === 'quantity' || reading.kind === 'absence' || reading.kind === 'question';
}

const isName = (cell: Cell): boolean =>
  typeof cell === 'string' && !isValue(cell) && readDateText(cellText(cell)) === null;

/**
 * The row that looks most like a header among the first ones: names only, as many as the table is wide. Null for a table
 * without any.
 */
export function guessHeader(rows: readonly TableRow[]): TableRow | null {
  let best: TableRow | null = null;
  let most = 1;
  for (const row of rows.slice(0, HEADER_WITHIN)) {
    const filled = row.cells.filter((cell) => cellText(cell) !== '');
    if (filled.length <= most || !filled.every(isName)) continue;
    [best, most] = [row, filled.length];
  }
  return best;
}
