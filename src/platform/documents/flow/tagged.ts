import type { Pen } from '../pdf/pen.js';
import type { TagSlot } from '../pdf/tagger.js';
import { type Cut, Flowable, type Parts } from './flowable.js';

/** Content under one element of the structure tree, which stays one when the content is cut. */
export class Tagged extends Flowable {
  constructor(
    private readonly slot: TagSlot,
    private readonly content: Flowable,
  ) {
    super();
  }

  get height(): number {
    return this.content.height;
  }

  draw(pen: Pen, x: number, y: number): void {
    if (this.content.height > 0) pen.within(this.slot, () => this.content.draw(pen, x, y));
  }

  override split(room: number, cut: Cut): Parts | null {
    const parts = this.content.split(room, cut);
    return parts && [new Tagged(this.slot, parts[0]), new Tagged(this.slot, parts[1])];
  }

  override stretched(height: number): Flowable {
    return new Tagged(this.slot, this.content.stretched(height));
  }
}
