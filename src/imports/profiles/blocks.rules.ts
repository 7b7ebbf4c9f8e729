import type { ReadFile, ReadTable, TableRow } from '../reading/reading.types.js';
import { cellText, columnsOf, filledCells, type Columns } from './header-names.rules.js';
import type { ImportProfile } from './import-profile.types.js';
import { HEADER_WITHIN, isComment, looksAt, signatureIn } from './recognition.rules.js';

/** A table within a table: a header that the profile knows, what stands above it, and its rows. */
export interface Block {
  sheet: string | null;
  header: TableRow;
  columns: Columns;
  /** Comments, notes and titles above the header, back to the block before. */
  above: readonly TableRow[];
  rows: readonly TableRow[];
}

export interface FileBlocks {
  blocks: Block[];
  /** Rows of other tables of the file, which the profile does not read. */
  others: number;
}

/** Cuts the tables of a file where comments and headers begin other ones. */
export function blocksOf(file: ReadFile, profile: ImportProfile): FileBlocks {
  const blocks: Block[] = [];
  let others = 0;
  for (const table of file.tables) {
    if (!looksAt(profile, table)) continue;
    const cut = cutTable(table, profile);
    blocks.push(...cut.blocks);
    others += cut.others;
  }
  return { blocks, others };
}

/** A cheap look at every row before its names are compared: headers of one file are written alike. */
const beginsLike = (row: TableRow, header: TableRow): boolean => {
  const at = header.cells.findIndex((cell) => cellText(cell) !== '');
  return row.cells[at] === header.cells[at];
};

const isHeading = (row: TableRow): boolean => filledCells(row).length <= 1;

function cutTable(table: ReadTable, profile: ImportProfile): FileBlocks {
  const blocks: Block[] = [];
  let above: TableRow[] = [];
  let rows: TableRow[] | null = null;
  let seen = 0;
  let others = 0;
  for (const row of table.rows) {
    const comment = isComment(row, profile.comment);
    const first = blocks[0]?.header;
    const mayBegin = first === undefined ? seen < HEADER_WITHIN : beginsLike(row, first);
    const columns = comment || !mayBegin ? null : columnsOf(row);
    if (columns !== null && signatureIn(columns, profile) > 0) {
      // A title right above the header of the next block is its own, not the last row of this one.
      while (rows !== null && rows.length > 0 && isHeading(rows.at(-1) as TableRow)) {
        above.unshift(rows.pop() as TableRow);
      }
      rows = [];
      blocks.push({ sheet: table.name, header: row, columns, above, rows });
      above = [];
      continue;
    }
    if (comment) rows = null;
    else seen += 1;
    if (rows === null) {
      above.push(row);
      if (!comment && blocks.length > 0) others += 1;
    } else rows.push(row);
  }
  return { blocks, others };
}

/** The nearest title above a header: a line of one cell, which is neither a comment nor Excel's `sep=,`. */
export function titleOf(block: Block, comment: string | null): TableRow | null {
  const titles = block.above.filter(
    (row) =>
      filledCells(row).length === 1 && !isComment(row, comment) && !/^sep=/i.test(cellText(row.cells[0])),
  );
  return titles.at(-1) ?? null;
}
