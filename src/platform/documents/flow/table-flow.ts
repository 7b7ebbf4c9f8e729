import type { Pen } from '../pdf/pen.js';
import type { TagSlot } from '../pdf/tagger.js';
import { type Cut, Flowable, type Parts } from './flowable.js';
import type { TableRow } from './table-row.js';
import type { TextBox } from './text-box.js';

/** A head repeated on each page takes at most this share of it; a taller one is written once. */
const TALLEST_REPEATED_HEAD = 200;
/** A table shorter than this is moved whole to the next page rather than cut. */
const SMALL_TABLE = 300;
/** Fewest rows on each side of a page break, when the table has enough of them. */
const MIN_ROWS = 3;
const CAPTION_GAP = 4;

export interface TableSlots {
  table: TagSlot;
  head: TagSlot;
  body: TagSlot;
}

/** A table, or the part of it that stands on one page. */
export class TableFlow extends Flowable {
  readonly height: number;

  constructor(
    private readonly slots: TableSlots,
    private readonly head: TableRow,
    private readonly rows: readonly TableRow[],
    private readonly caption: TextBox | null = null,
    private readonly continued = false,
  ) {
    super();
    this.height = this.topHeight + this.rows.reduce((sum, row) => sum + row.height, 0);
  }

  draw(pen: Pen, x: number, y: number): void {
    pen.within(this.slots.table, () => {
      this.caption?.draw(pen, x, y);
      let top = y + this.captionHeight;
      if (!this.continued) pen.within(this.slots.head, () => this.head.draw(pen, x, top));
      else if (this.repeatsHead) this.head.drawAsArtifact(pen, x, top);
      top = y + this.topHeight;
      pen.within(this.slots.body, () => {
        for (const row of this.rows) {
          row.draw(pen, x, top);
          top += row.height;
        }
      });
    });
  }

  override split(room: number, cut: Cut): Parts | null {
    const fitting = this.fittingRows(room);
    if (cut === 'gentle') {
      if (!this.continued && this.height < SMALL_TABLE) return null;
      const kept = Math.min(fitting, this.rows.length - MIN_ROWS);
      return kept >= MIN_ROWS ? this.cutBefore(kept) : null;
    }
    if (fitting > 0) return this.cutBefore(fitting);
    return this.cutFirstRow(room);
  }

  private fittingRows(room: number): number {
    let height = this.topHeight;
    let count = 0;
    for (const row of this.rows) {
      height += row.height;
      if (height > room + 0.01) break;
      count++;
    }
    return count;
  }

  private cutBefore(index: number): Parts {
    return [this.part(this.rows.slice(0, index), true), this.part(this.rows.slice(index), false)];
  }

  private cutFirstRow(room: number): Parts | null {
    const [first, ...others] = this.rows;
    const parts = first?.split(room - this.topHeight);
    return parts ? [this.part([parts[0]], true), this.part([parts[1], ...others], false)] : null;
  }

  private part(rows: readonly TableRow[], first: boolean): TableFlow {
    return first
      ? new TableFlow(this.slots, this.head, rows, this.caption, this.continued)
      : new TableFlow(this.slots, this.head, rows, null, true);
  }

  private get repeatsHead(): boolean {
    return this.head.height <= TALLEST_REPEATED_HEAD;
  }

  private get captionHeight(): number {
    return this.caption ? this.caption.height + CAPTION_GAP : 0;
  }

  private get topHeight(): number {
    return this.captionHeight + (!this.continued || this.repeatsHead ? this.head.height : 0);
  }
}
