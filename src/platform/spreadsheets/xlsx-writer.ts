import { Readable } from 'node:stream';
import { ZipFile } from 'yazl';
import { sheetNames } from './sheet-places.rules.js';
import { sheetXml } from './sheet-xml.js';
import type { Sheet, SheetRow, Workbook } from './spreadsheet.types.js';
import { StyleBook } from './style-book.js';
import {
  contentTypes,
  coreProperties,
  type NamedSheet,
  packageRelations,
  workbookRelations,
  workbookXml,
} from './workbook-parts.js';

/** The first day that archives know, as a day of wherever this runs: the same bytes in every time zone. */
const NO_TIME = new Date(1980, 0, 1);
const ENTRY = { mtime: NO_TIME, mode: 0o100644, forceDosTimestamp: true };
const LIST_WIDTH = 30;

/**
 * A workbook as an archive, made as fast as it is taken: rows are asked for when there is room for them, and their
 * number does not matter to memory. What fails while rows are made ends the stream with it.
 */
export function xlsxStream(workbook: Workbook): Readable {
  const styles = new StyleBook();
  const sheets = namedSheets(workbook);
  const zip = new ZipFile();
  const output = zip.outputStream as Readable;
  let current: Readable | null = null;
  const add = (name: string, content: () => Readable): void => {
    zip.addReadStreamLazy(name, ENTRY, (give) => {
      current = content();
      current.once('error', (error) => void output.destroy(error));
      give(null, current);
    });
  };
  // Whoever takes the file may stop half-way: what still makes rows then stops too.
  output.once('close', () => void current?.destroy());
  const text = (name: string, content: () => string): void => add(name, () => Readable.from([content()]));
  text('[Content_Types].xml', () => contentTypes(sheets.length));
  text('_rels/.rels', packageRelations);
  text('docProps/core.xml', () => coreProperties(workbook));
  for (const [index, { sheet, written }] of sheets.entries()) {
    add(`xl/worksheets/sheet${index + 1}.xml`, () =>
      Readable.from(sheetXml(sheet, styles, written, index === 0)),
    );
  }
  // After the sheets: their rows are counted and their styles numbered by then.
  text('xl/styles.xml', () => styles.xml());
  text('xl/workbook.xml', () => workbookXml(sheets, workbook.lists));
  text('xl/_rels/workbook.xml.rels', () => workbookRelations(sheets.length));
  zip.end();
  return output;
}

function namedSheets({ sheets, lists }: Workbook): NamedSheet[] {
  const hidden = lists === undefined ? [] : [listSheet(lists)];
  const all = [...sheets, ...hidden];
  const names = sheetNames(all.map(({ name }) => name));
  return all.map((sheet, index) => ({
    name: names[index] ?? '',
    sheet,
    written: { rows: 0 },
    isHidden: index >= sheets.length,
  }));
}

/** Lists side by side, one a column. */
function listSheet(lists: ReadonlyMap<string, readonly string[]>): Sheet {
  const columns = [...lists.values()];
  const length = Math.max(...columns.map((choices) => choices.length));
  const rows = Array.from({ length }, (_, index): SheetRow =>
    columns.map((choices) => ({ text: choices[index] ?? '' })),
  );
  return { name: 'Listes', columns: columns.map(() => ({ width: LIST_WIDTH })), rows: [rows], headerRow: 1 };
}
