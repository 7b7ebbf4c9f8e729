import type { Indicator } from '../indicators/indicator.types.js';
import type { Sheet, SheetCell, SheetRow } from '../platform/spreadsheets/spreadsheet.types.js';
import {
  headerRow,
  NumberStyles,
  numberSheetCell,
  textSheetCell,
  wordSheetCell,
} from './sheet-cells.rules.js';
import { PROGRAMME_HEADER, STANDARD_COLUMNS, type StandardColumn } from './standard-columns.rules.js';
import type { StandardLine } from './standard-line.types.js';

type Scales = ReadonlyMap<string, Pick<Indicator, 'decimals' | 'symbol' | 'signed'>>;

const PLAIN = { decimals: 0, symbol: null, signed: false };

/** The standard file as a sheet: the import reads it again, column for column. */
export function standardSheet(
  programme: string,
  pages: AsyncIterable<readonly StandardLine[]>,
  scales: Scales,
): Sheet {
  return {
    name: 'Mesures',
    columns: [{ width: 16 }, ...STANDARD_COLUMNS.map(({ width }) => ({ width }))],
    rows: rowsOf(programme, pages, scales),
    frozen: { rows: 1, columns: 0 },
    headerRow: 1,
    filters: true,
  };
}

async function* rowsOf(
  programme: string,
  pages: AsyncIterable<readonly StandardLine[]>,
  scales: Scales,
): AsyncGenerator<SheetRow[]> {
  const code = textSheetCell(programme);
  const styles = new NumberStyles();
  yield [headerRow([PROGRAMME_HEADER, ...STANDARD_COLUMNS.map(({ header }) => header)])];
  for await (const lines of pages) {
    yield lines.map((line) => {
      const style = styles.of(scales.get(line.indicator) ?? PLAIN);
      return [code, ...STANDARD_COLUMNS.map((column) => cellOf(column, line, style))];
    });
  }
}

function cellOf(column: StandardColumn, line: StandardLine, style: { format?: string }): SheetCell {
  switch (column.kind) {
    case 'number':
      return numberSheetCell(column.of(line), line.decimals, style);
    case 'day':
      return { day: column.of(line) };
    case 'text':
      return textSheetCell(column.of(line));
    case 'word':
      return wordSheetCell(column.of(line));
  }
}
