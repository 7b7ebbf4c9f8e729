import type { RichText, TableBlock, TableCell } from '../document.types.js';
import { TableFlow } from '../flow/table-flow.js';
import { type RowLook, TableRow } from '../flow/table-row.js';
import type { Typesetter } from '../flow/text-box.js';
import { TagSlot } from '../pdf/tagger.js';
import { plainText } from '../text/rich-text.js';
import { COLORS, STYLES, type TextStyle } from '../theme.js';
import { type BlockBuilder, SPACE, titleItem } from './block-context.js';
import { CELL_PADDING, cellStyle, cellText, columnWidths, DENSE_PADDING, INDENT } from './table-columns.js';

export const buildTable: BlockBuilder<'table'> = ({ title, table }, context) => {
  const flow = tableFlow(table, context.width, context.typesetter);
  if (!flow) return [];
  const head = title ? [{ ...titleItem(title, context), after: 6 }] : [];
  return [...head, { box: flow, before: SPACE.wide, after: SPACE.normal }];
};

/** Lays out a table; null when it has no column or no row, for an empty grid says nothing. */
export function tableFlow(
  table: TableBlock,
  width: number,
  typesetter: Typesetter,
  caption: RichText | null = null,
): TableFlow | null {
  if (table.columns.length === 0 || table.rows.length === 0) return null;
  const widths = columnWidths(table, width, typesetter.measures);
  const layout = new TableLayout(table, widths, width, typesetter);
  return new TableFlow(
    {
      table: new TagSlot('Table', { summary: plainText(table.summary) }),
      head: new TagSlot('THead'),
      body: new TagSlot('TBody'),
    },
    layout.head(),
    table.rows.map((row, index) => layout.row(row, index % 2 === 1)),
    caption ? typesetter.tagged('Caption', caption, STYLES.measure, width) : null,
  );
}

class TableLayout {
  private readonly offsets: number[];

  constructor(
    private readonly table: TableBlock,
    private readonly widths: readonly number[],
    private readonly width: number,
    private readonly typesetter: Typesetter,
  ) {
    let x = 0;
    this.offsets = widths.map((columnWidth) => {
      const offset = x;
      x += columnWidth;
      return offset;
    });
  }

  head(): TableRow {
    const cells = this.table.columns.map(({ label }, index) => ({
      content: this.text(label, STYLES.tableHead, index, 0),
      slot: new TagSlot('TH', { scope: 'Column' }),
      offset: this.offsets[index] ?? 0,
    }));
    return new TableRow(cells, this.look(COLORS.wine, false));
  }

  /** A missing cell is written as an empty one: every row has as many cells as the head. */
  row(cells: readonly TableCell[], shaded: boolean): TableRow {
    if (cells.length > this.table.columns.length)
      throw new Error(`A row of ${cells.length} cells in a table of ${this.table.columns.length} columns`);
    const boxes = this.table.columns.map((_, index) => {
      const cell = cells[index] ?? '';
      const indent = typeof cell !== 'string' && cell.indent ? INDENT : 0;
      return {
        content: this.text(cellText(cell), cellStyle(cell, index === 0), index, indent),
        slot: index === 0 ? new TagSlot('TH', { scope: 'Row' }) : new TagSlot('TD'),
        offset: (this.offsets[index] ?? 0) + indent,
      };
    });
    return new TableRow(boxes, this.look(shaded ? COLORS.stone1 : null, true));
  }

  private text(
    text: RichText,
    style: TextStyle,
    index: number,
    indent: number,
  ): ReturnType<Typesetter['plain']> {
    const inside = (this.widths[index] ?? 0) - 2 * CELL_PADDING.x - indent;
    return this.typesetter.plain(text, style, inside, this.table.columns[index]?.align);
  }

  private look(ground: string | null, ruled: boolean): RowLook {
    const padding = this.table.dense === true ? DENSE_PADDING : CELL_PADDING;
    return { width: this.width, padding, ground, ruled };
  }
}
