import { type CsvError, parse } from 'csv-parse';
import { Readable } from 'node:stream';
import type { RejectedCell } from '../import.types.js';
import { readHeader, UNREADABLE_HEADER, type StandardColumn } from './standard-columns.rules.js';
import type { StandardRow } from './row-cells.rules.js';

const MAX_RECORD_CHARACTERS = 262_144;

/** What reading a standard file gives, piece by piece. */
export type FileEvent =
  | { kind: 'row'; line: number; row: StandardRow }
  | { kind: 'rejected'; rejected: RejectedCell[] }
  | { kind: 'unknown_profile'; rejected: RejectedCell };

interface ParsedRecord {
  record: string[];
  info: { lines: number };
}

/**
 * Reads the text of a standard file row by row, whatever its size. Cells are matched to columns by position in the
 * header and kept in Maps: a column called `__proto__` is only an unknown column.
 */
export async function* readStandardFile(text: AsyncIterable<string>): AsyncGenerator<FileEvent> {
  const broken: CsvError[] = [];
  const parser = Readable.from(text).pipe(
    parse({
      delimiter: ';',
      record_delimiter: ['\r\n', '\n', '\r'],
      bom: true,
      info: true,
      relax_column_count: true,
      max_record_size: MAX_RECORD_CHARACTERS,
      // An error of the parser would end the stream and lose the rows read before it: each is told in its turn.
      skip_records_with_error: true,
      on_skip: (error) => void (error && broken.push(error)),
    }),
  );
  const lines = new LineCount();
  const rejected: RejectedCell[] = [];
  let columns: (StandardColumn | null)[] | null = null;
  for await (const { record, info } of parser as AsyncIterable<ParsedRecord>) {
    takeBroken(broken, lines, rejected);
    const line = lines.startOf(record, info.lines);
    if (columns === null) {
      if (headerIsBroken(broken)) break;
      const header = readHeader(record, line);
      if (header.kind === 'unknown_profile') {
        const { message } = header;
        yield { kind: 'unknown_profile', rejected: { line, column: '', code: 'unknown_profile', message } };
        return;
      }
      if (header.kind === 'refused') {
        yield { kind: 'rejected', rejected: header.rejected };
        return;
      }
      columns = header.columns;
    } else if (record.length > 1 || record[0] !== '') {
      yield rowEvent(record, columns, line);
    }
  }
  if (columns !== null) {
    takeBroken(broken, lines, rejected);
    if (rejected.length > 0) yield { kind: 'rejected', rejected };
    return;
  }
  const message = headerIsBroken(broken) ? UNREADABLE_HEADER : 'Ce fichier est vide.';
  yield { kind: 'unknown_profile', rejected: { line: 1, column: '', code: 'unknown_profile', message } };
}

/** The first record could not be cut in cells: whatever follows is no table of ours. */
const headerIsBroken = ([first]: readonly CsvError[]): boolean =>
  first !== undefined && recordsBefore(first) === 0;

const recordsBefore = (error: CsvError): number => Number(error['records'] ?? 0);

/**
 * Tells the records that the parser gave up right where it stands: it reads ahead of us, and complains several times of
 * one quote. The place told is where the record starts, not where the file ends without the missing quote.
 */
function takeBroken(broken: CsvError[], lines: LineCount, rejected: RejectedCell[]): void {
  const here = broken.filter((error) => recordsBefore(error) === lines.records);
  const [first] = here;
  if (first === undefined || lines.records === 0) return;
  broken.splice(0, here.length);
  rejected.push(brokenRecord(first, lines.end + 1));
}

/** Where records start: the parser tells where they end, and counts a line end of two characters twice inside quotes. */
class LineCount {
  private countedTwice = 0;
  /** Records read so far, and the last line of the last one. */
  records = 0;
  end = 0;

  startOf(record: readonly string[], endLine: number): number {
    let breaks = 0;
    for (const cell of record) {
      if (!cell.includes('\n') && !cell.includes('\r')) continue;
      breaks += cell.split(/\r\n|\n|\r/).length - 1;
      this.countedTwice += cell.split('\r\n').length - 1;
    }
    this.records += 1;
    this.end = endLine - this.countedTwice;
    return this.end - breaks;
  }
}

function rowEvent(record: string[], columns: readonly (StandardColumn | null)[], line: number): FileEvent {
  const row = new Map<StandardColumn, string>();
  for (const [index, column] of columns.entries()) {
    if (column !== null) row.set(column, record[index] ?? '');
  }
  // Most rows are as long as their header.
  if (record.length === columns.length) return { kind: 'row', line, row };
  const empty = record.every((cell) => cell.trim() === '');
  const beyond = record.slice(columns.length).find((cell) => cell.trim() !== '');
  if (
    beyond === undefined &&
    (empty || record.length >= columns.filter((column) => column !== null).length)
  ) {
    return { kind: 'row', line, row };
  }
  const message = `Cette ligne a ${record.length} cellules pour ${columns.length} colonnes : vérifiez ses points-virgules et ses guillemets.`;
  return { kind: 'rejected', rejected: [{ line, column: '', code: 'wrong_column_count', message }] };
}

function brokenRecord(error: CsvError, line: number): RejectedCell {
  const message =
    error.code === 'CSV_MAX_RECORD_SIZE'
      ? 'Cette ligne n’en finit pas : un guillemet ouvert n’est sans doute jamais refermé.'
      : 'Les guillemets de cette ligne ne se répondent pas : doublez ceux qui sont dans le texte, refermez les autres.';
  return { line, column: '', code: 'broken_quotes', message };
}
