import { CsvError } from 'csv-parse';
import { parse } from 'csv-parse/sync';
import { COMMENT } from './csv-separator.rules.js';
import { refuse, refuseCell, refuseColumns, refuseRows } from './reading-refusals.rules.js';
import type { ReadingLimits, ReadTable, TableRow } from './reading.types.js';

/** Characters of a record: what no quote ends is not read to the end of ten megabytes. */
const LONGEST_RECORD = 2 ** 20;

interface CsvText {
  text: string;
  separator: string;
  /** Lines before the text, which count. */
  linesBefore: number;
}

/** Quotes that are only characters of a text: Excel takes them so, as long as they swallow no line. */
const STRAY_QUOTES: readonly string[] = ['INVALID_OPENING_QUOTE', 'CSV_INVALID_CLOSING_QUOTE'];

/** The rows of a CSV whose line ends are plain, comments and preambles included. @throws ReadingRefused */
export function readCsv(csv: CsvText, limits: ReadingLimits): ReadTable {
  try {
    return readRows(csv, limits, 'strict');
  } catch (error) {
    if (!(error instanceof CsvError) || !STRAY_QUOTES.includes(error.code)) throw error;
    return readRows(csv, limits, 'stray');
  }
}

function readRows(csv: CsvText, limits: ReadingLimits, quotes: 'strict' | 'stray'): ReadTable {
  const rows: TableRow[] = [];
  const lines = csv.text.split('\n');
  refuseEndless(csv, lines, limits);
  /** Last line taken in: what stands between it and a record is comments and empty lines. */
  let taken = 0;
  const push = (line: number, cells: readonly string[]): void => {
    if (cells.length > limits.columns) refuseColumns(limits, line);
    if (cells.every((cell) => cell.trim() === '')) return;
    if (rows.length >= limits.rows) refuseRows(limits, line);
    if (cells.some((cell) => cell.length > limits.cellCharacters)) refuseCell(limits, line);
    rows.push({ line, cells });
  };
  const takeComments = (until: number): void => {
    for (let at = taken; at < until; at++) push(csv.linesBefore + at + 1, [lines[at] ?? '']);
  };
  const take = (record: string[], end: number, raw: string): void => {
    const start = end - record.reduce((breaks, cell) => breaks + cell.split('\n').length - 1, 0);
    takeComments(start - 1);
    taken = end;
    if (quotes === 'stray' && swallowsLines(record, raw)) refuseQuotes(csv.linesBefore + start);
    push(csv.linesBefore + start, record);
  };
  try {
    parse(csv.text, {
      delimiter: csv.separator,
      record_delimiter: ['\n'],
      comment: COMMENT,
      comment_no_infix: true,
      relax_column_count: true,
      max_record_size: LONGEST_RECORD,
      relax_quotes: quotes === 'stray',
      raw: quotes === 'stray',
      on_record: (found: unknown, { lines: end }) => {
        const { record, raw } =
          quotes === 'stray' ? (found as RawRecord) : { record: found as string[], raw: '' };
        take(record, end, raw);
        return null;
      },
    });
  } catch (error) {
    if (!(error instanceof CsvError) || STRAY_QUOTES.includes(error.code)) throw error;
    // The record that no quote ends starts under the last one read, comments and empty lines set apart.
    const start = lines.findIndex((line, at) => at >= taken && line !== '' && !line.startsWith(COMMENT));
    const line = csv.linesBefore + Math.max(start, taken) + 1;
    if (error.code === 'CSV_MAX_RECORD_SIZE') refuseEndlessRecord(line);
    refuseQuotes(line);
  }
  takeComments(lines.length);
  return { name: null, rows };
}

/** A line of millions of cells is not even cut: within one cell, separators are no more than its characters. */
function refuseEndless(
  { separator, linesBefore }: CsvText,
  lines: readonly string[],
  limits: ReadingLimits,
): void {
  const most = limits.columns + limits.cellCharacters;
  const at = lines.findIndex((line) => line.length > most && line.split(separator, most + 1).length > most);
  if (at !== -1) refuseColumns(limits, linesBefore + at + 1);
}

interface RawRecord {
  record: string[];
  raw: string;
}

/** A quote that opens a cell and does not close it took in the lines below as if they were text of that cell. */
const swallowsLines = (record: readonly string[], raw: string): boolean =>
  record.some((cell) => cell.startsWith('"') && cell.includes('\n')) && !raw.includes('"""');

function refuseEndlessRecord(line: number): never {
  refuse(
    'broken_quotes',
    `Ligne ${line} : cette ligne n’en finit pas, un guillemet ouvert n’est sans doute jamais refermé. Refermez-le, ou doublez-le s’il fait partie du texte.`,
    line,
  );
}

function refuseQuotes(line: number): never {
  refuse(
    'broken_quotes',
    `Ligne ${line} : un guillemet ouvert n’est jamais refermé. Refermez-le, ou doublez-le s’il fait partie du texte.`,
    line,
  );
}
