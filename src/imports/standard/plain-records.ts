import { BYTE_ORDER_MARK } from '../../kernel/spreadsheet-text.rules.js';

/** A record of a CSV file and the line on which it starts, from 1. */
export interface CsvRecord {
  cells: string[];
  line: number;
}

/** Lines beyond are left to the parser, which refuses those that have no end. */
const MOST_CHARACTERS = 65_536;

const PLAIN_OR_QUOTED = /^(?:"(?:[^"]|"")*"|[^";]*)(?:;(?:"(?:[^"]|"")*"|[^";]*))*$/;

/**
 * Cuts the text of a CSV file separated by semicolons, as long as each record is one line: nearly all lines of nearly all
 * files, at a fraction of what the parser costs. It stops before the first line that needs the parser: a quote that is not
 * closed on its line, or out of place.
 */
export class PlainRecords {
  private readonly pieces: AsyncIterator<string>;
  private isBegun = false;
  /** What is read of a line that has not ended yet, or that needs the parser. */
  private rest = '';
  /** Lines read so far. */
  lines = 0;
  /** Whether the parser must go on from here. */
  needsParser = false;

  constructor(text: AsyncIterable<string>) {
    this.pieces = text[Symbol.asyncIterator]();
  }

  /** The records of each piece of the text. */
  async *read(): AsyncGenerator<CsvRecord[]> {
    for (let piece = await this.pieces.next(); !this.needsParser; piece = await this.pieces.next()) {
      const isLast = piece.done === true;
      const records = this.cut(piece.done === true ? '' : piece.value, isLast);
      if (records.length > 0) yield records;
      if (isLast) return;
      if (this.needsParser) return;
    }
  }

  /** What is left to read, from the first line that needs the parser. */
  async *remainder(): AsyncGenerator<string> {
    yield this.rest;
    for (let piece = await this.pieces.next(); piece.done !== true; piece = await this.pieces.next())
      yield piece.value;
  }

  /** Gives up what was not read. */
  async close(): Promise<void> {
    await this.pieces.return?.();
  }

  private cut(piece: string, isLast: boolean): CsvRecord[] {
    const text = this.begin(this.rest + piece);
    const records: CsvRecord[] = [];
    let start = 0;
    let [feed, carriage] = [text.indexOf('\n'), text.indexOf('\r')];
    while (start < text.length) {
      const end = feed < 0 || (carriage >= 0 && carriage < feed) ? carriage : feed;
      // A carriage return at the end of a piece may be the first half of a line end.
      if ((end < 0 || (end === carriage && end === text.length - 1)) && !isLast) break;
      const line = end < 0 ? text.slice(start) : text.slice(start, end);
      const cells = cellsOf(line);
      if (cells === null) {
        this.needsParser = true;
        break;
      }
      this.lines += 1;
      records.push({ cells, line: this.lines });
      if (end < 0) start = text.length;
      else start = end === carriage && feed === end + 1 ? end + 2 : end + 1;
      if (feed >= 0 && feed < start) feed = text.indexOf('\n', start);
      if (carriage >= 0 && carriage < start) carriage = text.indexOf('\r', start);
    }
    this.rest = text.slice(start);
    if (this.rest.length > MOST_CHARACTERS) this.needsParser = true;
    return records;
  }

  private begin(text: string): string {
    if (this.isBegun || text === '') return text;
    this.isBegun = true;
    return text.startsWith(BYTE_ORDER_MARK) ? text.slice(BYTE_ORDER_MARK.length) : text;
  }
}

/** The cells of a line; null when it needs the parser. */
function cellsOf(line: string): string[] | null {
  if (line.length > MOST_CHARACTERS) return null;
  if (!line.includes('"')) return line.split(';');
  return PLAIN_OR_QUOTED.test(line) ? quotedCells(line) : null;
}

function quotedCells(line: string): string[] {
  const cells: string[] = [];
  for (let start = 0; start <= line.length;) {
    let end: number;
    if (line[start] === '"') {
      end = start + 1;
      while (line[end] !== '"' || line[end + 1] === '"') end += line[end] === '"' ? 2 : 1;
      cells.push(line.slice(start + 1, end).replaceAll('""', '"'));
      end += 1;
    } else {
      const separator = line.indexOf(';', start);
      end = separator < 0 ? line.length : separator;
      cells.push(line.slice(start, end));
    }
    start = end + 1;
  }
  return cells;
}
