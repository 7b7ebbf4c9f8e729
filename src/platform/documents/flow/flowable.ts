import type { Pen } from '../pdf/pen.js';

/**
 * How hard to cut. `gentle` keeps what reads together (two lines, a heading and its text, a tile); `forced` is for what
 * is taller than a whole page and must be cut somewhere.
 */
export type Cut = 'gentle' | 'forced';

/** What goes on the present page, and what follows on the next one. */
export type Parts = [head: Flowable, tail: Flowable];

/** Something measured at a known width, which can be drawn anywhere and perhaps cut in two. */
export abstract class Flowable {
  abstract readonly height: number;

  abstract draw(pen: Pen, x: number, y: number): void;

  /** Cuts so that the head is at most `room` tall; null when it cannot. Asked only when `height` exceeds `room`. */
  split(_room: number, _cut: Cut): Parts | null {
    return null;
  }

  /** The same thing in a taller place, for tiles and cards of one row. */
  stretched(_height: number): Flowable {
    return this;
  }
}

/** Nothing: what remains of a column that ended on the previous page. */
export class Empty extends Flowable {
  readonly height = 0;

  draw(): void {
    // Nothing to draw.
  }
}

/** Cuts gently when it can, else by force. */
export function splitAnyhow(flowable: Flowable, room: number): Parts | null {
  return flowable.split(room, 'gentle') ?? flowable.split(room, 'forced');
}
