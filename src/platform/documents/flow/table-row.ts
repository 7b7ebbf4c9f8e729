import type { Pen } from '../pdf/pen.js';
import { TagSlot } from '../pdf/tagger.js';
import { COLORS } from '../theme.js';
import type { TextBox } from './text-box.js';

/** A cell's content at its place in the row; `slot` is its TH or TD. */
export interface TableCellBox {
  content: TextBox;
  slot: TagSlot;
  offset: number;
}

export interface RowLook {
  width: number;
  padding: { x: number; y: number };
  /** Colour of the ground, or null for white paper. */
  ground: string | null;
  /** A hairline under the row. */
  ruled: boolean;
}

/** A row of a table. Its parts, when a row taller than a page is cut, remain one TR. */
export class TableRow {
  readonly height: number;

  constructor(
    private readonly cells: readonly TableCellBox[],
    private readonly look: RowLook,
    private readonly slot = new TagSlot('TR'),
  ) {
    this.height = Math.max(...cells.map(({ content }) => content.height)) + 2 * look.padding.y;
  }

  draw(pen: Pen, x: number, y: number): void {
    this.drawGround(pen, x, y);
    pen.within(this.slot, () => {
      for (const { content, slot, offset } of this.cells)
        pen.within(slot, () => content.draw(pen, x + offset + this.look.padding.x, y + this.look.padding.y));
    });
    if (this.look.ruled) pen.rule(x, y + this.height, this.look.width, COLORS.stone3);
  }

  /** Draws a repeated head: seen, but read only once. */
  drawAsArtifact(pen: Pen, x: number, y: number): void {
    this.drawGround(pen, x, y);
    pen.decorate(() => {
      for (const { content, offset } of this.cells)
        content.write(pen, x + offset + this.look.padding.x, y + this.look.padding.y);
    }, 'Pagination');
  }

  /** Cuts a row that no page can hold, each cell between two lines. */
  split(room: number): [TableRow, TableRow] | null {
    const inside = room - 2 * this.look.padding.y;
    let moved = false;
    const heads: TableCellBox[] = [];
    const tails: TableCellBox[] = [];
    for (const cell of this.cells) {
      const [head, tail] = cell.content.cutAt(inside);
      moved ||= head.height > 0;
      heads.push({ ...cell, content: head });
      tails.push({ ...cell, content: tail });
    }
    if (!moved) return null;
    return [new TableRow(heads, this.look, this.slot), new TableRow(tails, this.look, this.slot)];
  }

  private drawGround(pen: Pen, x: number, y: number): void {
    if (this.look.ground) pen.ground(x, y, this.look.width, this.height, this.look.ground);
  }
}
