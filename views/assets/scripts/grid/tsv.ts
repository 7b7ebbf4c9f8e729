/** Cells past this are not read: no grid has as many, and a whole sheet may have been copied by mistake. */
const MOST_CELLS = 10_000;

/** The end of a quoted cell that starts at `start`, on its closing quote; -1 when it never closes. */
function closingQuote(text: string, start: number): number {
  let at = start + 1;
  for (;;) {
    at = text.indexOf('"', at);
    if (at === -1) return -1;
    if (text[at + 1] !== '"') return at;
    at += 2;
  }
}

const endsCell = (character: string | undefined): boolean =>
  character === undefined || character === '\t' || character === '\n' || character === '\r';

/** One cell and where what follows it starts. A quote that nothing closes, or that text follows, is a plain letter. */
function readCell(text: string, start: number): { value: string; end: number } {
  if (text[start] === '"') {
    const close = closingQuote(text, start);
    if (close !== -1 && endsCell(text[close + 1])) {
      return { value: text.slice(start + 1, close).replaceAll('""', '"'), end: close + 1 };
    }
  }
  let end = start;
  while (!endsCell(text[end])) end += 1;
  return { value: text.slice(start, end), end };
}

/**
 * A block of cells as spreadsheets put it on the clipboard: tabs between cells, a line end after each row, quotes
 * around cells that hold either. The last line end closes the last row and opens none.
 */
export function parseBlock(text: string): string[][] {
  const rows: string[][] = [];
  let row: string[] = [];
  let count = 0;
  let at = 0;
  while (count < MOST_CELLS) {
    const { value, end } = readCell(text, at);
    row.push(value);
    count += 1;
    at = end + 1;
    if (text[end] === '\t') continue;
    rows.push(row);
    row = [];
    if (text[end] === '\r' && text[at] === '\n') at += 1;
    if (at >= text.length) break;
  }
  if (row.length > 0) rows.push(row);
  return rows;
}

/** The opposite: what a spreadsheet would have copied. */
export function writeBlock(rows: readonly (readonly string[])[]): string {
  const cell = (value: string): string =>
    /["\t\r\n]/.test(value) ? `"${value.replaceAll('"', '""')}"` : value;
  return rows.map((row) => `${row.map(cell).join('\t')}\r\n`).join('');
}

/** What a cell of a spreadsheet holds once it stands in ours: one line, without the blanks around it. */
export const oneLine = (value: string): string => value.replace(/\s*[\r\n\t]+\s*/g, ' ').trim();
