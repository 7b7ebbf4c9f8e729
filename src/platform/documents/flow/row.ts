import type { Pen } from '../pdf/pen.js';
import { type Cut, Empty, Flowable, type Parts, splitAnyhow } from './flowable.js';

/** A flowable at a distance from the left edge of its row. */
export interface Cell {
  box: Flowable;
  offset: number;
}

interface RowOptions {
  /** All cells take the height of the tallest, or more when asked by the row around. */
  even?: boolean;
  /** Shorter cells stand in the middle of the row. */
  centered?: boolean;
}

/** Cells side by side. Cut only by force: columns, tiles and cards are read as a whole. */
export class Row extends Flowable {
  readonly height: number;
  private readonly cells: readonly Cell[];

  constructor(
    cells: readonly Cell[],
    private readonly options: RowOptions = {},
    minHeight = 0,
  ) {
    super();
    const height = Math.max(minHeight, ...cells.map(({ box }) => box.height));
    this.height = height;
    this.cells = options.even ? cells.map((cell) => ({ ...cell, box: cell.box.stretched(height) })) : cells;
  }

  draw(pen: Pen, x: number, y: number): void {
    for (const { box, offset } of this.cells)
      box.draw(pen, x + offset, this.options.centered ? y + (this.height - box.height) / 2 : y);
  }

  override split(room: number, cut: Cut): Parts | null {
    if (cut === 'gentle') return null;
    const heads: Cell[] = [];
    const tails: Cell[] = [];
    let moved = false;
    for (const { box, offset } of this.cells) {
      const whole: Parts = [box, new Empty()];
      const parts: Parts = box.height <= room + 0.01 ? whole : (splitAnyhow(box, room) ?? [new Empty(), box]);
      moved ||= parts[0].height > 0;
      heads.push({ box: parts[0], offset });
      tails.push({ box: parts[1], offset });
    }
    const uneven = { ...this.options, even: false, centered: false };
    return moved ? [new Row(heads, uneven), new Row(tails, uneven)] : null;
  }

  override stretched(height: number): Flowable {
    return this.options.even ? new Row(this.cells, this.options, height) : this;
  }
}
