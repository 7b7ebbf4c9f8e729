import { normaliseForSearch } from '../../kernel/french-text.rules.js';
import type { ColumnGlimpse, InterpretationContext, TableGlimpse } from '../interpretation.types.js';
import type { ReadFile, ReadTable, TableRow } from '../reading/reading.types.js';
import { readDateText } from './date-cells.rules.js';
import { guessHeader, isValue } from './guessed-header.rules.js';
import { cellText } from './header-names.rules.js';
import { NameBook } from './names.rules.js';
import { isPersonal } from './personal-columns.rules.js';
import { saysTotal } from './row-choice.rules.js';

const EXAMPLES = 3;
const LOOKED_AT = 200;
const MOST_TOTALS = 50;
/** Of the cells of a column that hold something. */
const MOST = 0.6;
/** A number is not longer. */
const LONGEST_NUMBER = 40;

/** The table that the assistant shows of a file that nothing recognised: the widest one. */
export function glimpseOf(file: ReadFile, context: InterpretationContext): TableGlimpse | null {
  let best: { table: ReadTable; header: TableRow; size: number } | null = null;
  for (const table of file.tables) {
    const header = guessHeader(table.rows);
    if (header === null) continue;
    const size = header.cells.length * (table.rows.length - table.rows.indexOf(header));
    if (best === null || size > best.size) best = { table, header, size };
  }
  if (best === null) return null;
  const { table, header } = best;
  const rows = table.rows.slice(table.rows.indexOf(header) + 1);
  return {
    sheet: table.name,
    headerLine: header.line,
    columns: columnsIn(header, rows, context),
    rows: rows.length,
    totalLines: rows
      .filter(({ cells }) => cells.some((cell) => saysTotal(cellText(cell))))
      .slice(0, MOST_TOTALS)
      .map(({ line }) => line),
  };
}

function columnsIn(
  header: TableRow,
  rows: readonly TableRow[],
  context: InterpretationContext,
): ColumnGlimpse[] {
  const sample = rows.slice(0, LOOKED_AT);
  return header.cells.flatMap((cell, index) => {
    const name = cellText(cell);
    if (name === '') return [];
    const personal = isPersonal(name, index, rows);
    const filled = sample.filter((row) => cellText(row.cells[index]) !== '');
    const texts = filled.map((row) => cellText(row.cells[index]));
    const examples = personal ? [] : texts.slice(0, EXAMPLES);
    const guess = personal ? null : guessOf(name, { index, filled, texts }, context);
    const decimals = guess === 'value' ? decimalsIn(rows, index) : 0;
    return [{ index, header: name, examples, guess, isPersonal: personal, decimals }];
  });
}

/** « 12,50 » and « 12.5 », but not « 130.000 », which is asked about. */
function decimalsIn(rows: readonly TableRow[], index: number): number {
  let most = 0;
  for (const { cells } of rows) {
    const found = /^[^.,]*(?:,|\.(?!\d{3}(?!\d)))(\d{1,4})(?!\d)/.exec(
      cellText(cells[index]).slice(0, LONGEST_NUMBER),
    );
    most = Math.max(most, found?.[1]?.length ?? 0);
  }
  return most;
}

function guessOf(
  header: string,
  column: { index: number; filled: readonly TableRow[]; texts: readonly string[] },
  context: InterpretationContext,
): ColumnGlimpse['guess'] {
  const { index, filled, texts } = column;
  const name = normaliseForSearch(header);
  const most = (count: number): boolean => filled.length > 0 && count / filled.length >= MOST;
  if (
    /^(?:n°|no\b|num|ref|id\b|identifiant|uuid|code\b)/.test(name) &&
    new Set(texts).size === texts.length
  ) {
    return 'item';
  }
  if (/^(?:comment|observ|note|remarque|precision)/.test(name)) return 'note';
  if (most(texts.filter((text) => readDateText(text) !== null && !/^\d+$/.test(text)).length)) return 'date';
  if (most(filled.filter((row) => isValue(row.cells[index])).length)) return 'value';
  const named = (known: readonly { code: string; name: string }[]): boolean => {
    const book = new NameBook(known);
    return most(texts.filter((text) => book.find(text, 0) !== null).length);
  };
  if (/^(?:epci|commune|territoire|departement|intercommunalite)/.test(name) || named(context.territories)) {
    return 'territory';
  }
  const channels = context.channels.map(({ code, label }) => ({ code, name: label }));
  return /^(?:canal|channel|media|reseau)/.test(name) || named(channels) ? 'channel' : null;
}
