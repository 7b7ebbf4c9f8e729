import { type CsvError, parse } from 'csv-parse';
import { Readable } from 'node:stream';
import type { RejectedCell } from '../import.types.js';
import { CutRow, placesOf } from './cut-row.rules.js';
import { PlainRecords, type CsvRecord } from './plain-records.js';
import type { StandardRow } from './row-cells.rules.js';
import { readHeader, UNREADABLE_HEADER, type StandardColumn } from './standard-columns.rules.js';

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

/** Rows of the parser that are told together, and characters of theirs: a quoted note may have as many as are let in. */
const TOGETHER = 500;
const CHARACTERS_TOGETHER = 1_000_000;

/**
 * Reads the text of a standard file row by row, whatever its size, and tells some rows at a time: waiting for each would
 * cost more than reading it. Cells are matched to columns by their place in the header, never by a name as a key.
 */
export async function* readStandardFile(text: AsyncIterable<string>): AsyncGenerator<FileEvent[]> {
  const plain = new PlainRecords(text);
  const rows = new StandardRows();
  try {
    for await (const records of plain.read()) {
      yield rows.take(records);
      if (rows.isOver) return;
    }
    if (plain.needsParser) {
      yield* parsedEvents(plain.remainder(), plain.lines, rows);
      if (rows.isOver) return;
    }
    if (!rows.hasHeader) yield [unknownProfile('Ce fichier est vide.', 1)];
  } finally {
    await plain.close();
  }
}

/** The rest of a file, from the first record that is not one plain line. @param before lines read before it */
async function* parsedEvents(
  text: AsyncIterable<string>,
  before: number,
  rows: StandardRows,
): AsyncGenerator<FileEvent[]> {
  const broken: CsvError[] = [];
  const parser = Readable.from(text).pipe(
    parse({
      delimiter: ';',
      record_delimiter: ['\r\n', '\n', '\r'],
      info: true,
      relax_column_count: true,
      max_record_size: MAX_RECORD_CHARACTERS,
      // An error of the parser would end the stream and lose the rows read before it: each is told in its turn.
      skip_records_with_error: true,
      on_skip: (error) => void (error && broken.push(error)),
    }),
  );
  const lines = new LineCount(before);
  const rejected: RejectedCell[] = [];
  let [records, characters]: [CsvRecord[], number] = [[], 0];
  for await (const { record, info } of parser as AsyncIterable<ParsedRecord>) {
    if (!rows.hasHeader && headerIsBroken(broken)) break;
    takeBroken(broken, lines, rejected);
    records.push({ cells: record, line: lines.startOf(record, info.lines) });
    for (const cell of record) characters += cell.length;
    if (rows.hasHeader && records.length < TOGETHER && characters < CHARACTERS_TOGETHER) continue;
    yield rows.take(records);
    if (rows.isOver) return;
    [records, characters] = [[], 0];
  }
  if (!rows.hasHeader && headerIsBroken(broken)) {
    rows.isOver = true;
    yield [unknownProfile(UNREADABLE_HEADER, 1)];
    return;
  }
  takeBroken(broken, lines, rejected);
  yield rows.take(records);
  if (rejected.length > 0) yield [{ kind: 'rejected', rejected }];
}

/** Makes rows of records; the first one is the header. */
class StandardRows {
  private columns: (StandardColumn | null)[] | null = null;
  private places: ReadonlyMap<StandardColumn, number> = new Map();
  /** The header is not one: nothing more is read. */
  isOver = false;

  get hasHeader(): boolean {
    return this.columns !== null;
  }

  take(records: readonly CsvRecord[]): FileEvent[] {
    const events: FileEvent[] = [];
    for (const { cells, line } of records) {
      if (this.isOver) break;
      if (this.columns === null) events.push(...this.takeHeader(cells, line));
      else if (cells.length > 1 || cells[0] !== '')
        events.push(rowEvent(new CutRow(cells, this.places), this.columns, line));
    }
    return events;
  }

  private takeHeader(cells: readonly string[], line: number): FileEvent[] {
    const header = readHeader(cells, line);
    if (header.kind === 'columns') {
      this.columns = header.columns;
      this.places = placesOf(header.columns);
      return [];
    }
    this.isOver = true;
    return header.kind === 'refused'
      ? [{ kind: 'rejected', rejected: header.rejected }]
      : [unknownProfile(header.message, line)];
  }
}

function unknownProfile(message: string, line: number): FileEvent {
  return { kind: 'unknown_profile', rejected: { line, column: '', code: 'unknown_profile', message } };
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
  if (first === undefined) return;
  broken.splice(0, here.length);
  rejected.push(brokenRecord(first, lines.end + 1));
}

/** Where records start: the parser tells where they end, and counts a line end of two characters twice inside quotes. */
class LineCount {
  private countedTwice = 0;
  /** Records read so far, and the last line of the last one. */
  records = 0;
  end: number;

  constructor(private readonly before: number) {
    this.end = before;
  }

  startOf(record: readonly string[], endLine: number): number {
    let breaks = 0;
    for (const cell of record) {
      if (!cell.includes('\n') && !cell.includes('\r')) continue;
      breaks += cell.split(/\r\n|\n|\r/).length - 1;
      this.countedTwice += cell.split('\r\n').length - 1;
    }
    this.records += 1;
    this.end = this.before + endLine - this.countedTwice;
    return this.end - breaks;
  }
}

function rowEvent(row: CutRow, columns: readonly (StandardColumn | null)[], line: number): FileEvent {
  const record = row.cells;
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
