import { CsvError, parse } from 'csv-parse';
import { Readable } from 'node:stream';
import type { RejectedCell } from './import.types.js';
import { readHeader, type StandardColumn } from './standard-columns.rules.js';
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
  const parser = Readable.from(text).pipe(
    parse({
      delimiter: ';',
      record_delimiter: ['\r\n', '\n', '\r'],
      bom: true,
      info: true,
      relax_column_count: true,
      max_record_size: MAX_RECORD_CHARACTERS,
    }),
  );
  let columns: (StandardColumn | null)[] | null = null;
  let line = 1;
  let countedTwice = 0;
  try {
    for await (const { record, info } of parser as AsyncIterable<ParsedRecord>) {
      if (columns === null) {
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
      // The parser counts a line end of two characters twice inside quotes.
      countedTwice += record.reduce((count, cell) => count + cell.split('\r\n').length - 1, 0);
      line = info.lines + 1 - countedTwice;
    }
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    yield { kind: 'rejected', rejected: [brokenRecord(error, line)] };
    return;
  }
  if (columns === null) {
    const message = 'Ce fichier est vide.';
    yield { kind: 'unknown_profile', rejected: { line: 1, column: '', code: 'unknown_profile', message } };
  }
}

function rowEvent(record: string[], columns: readonly (StandardColumn | null)[], line: number): FileEvent {
  const row = new Map<StandardColumn, string>();
  for (const [index, column] of columns.entries()) {
    if (column !== null) row.set(column, record[index] ?? '');
  }
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
