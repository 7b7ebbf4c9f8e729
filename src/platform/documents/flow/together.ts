import type { Pen } from '../pdf/pen.js';
import { type Cut, Flowable, type Parts, splitAnyhow } from './flowable.js';

/** Content kept on one page; taller than a page, it is cut like any other. */
export class Together extends Flowable {
  constructor(private readonly content: Flowable) {
    super();
  }

  get height(): number {
    return this.content.height;
  }

  draw(pen: Pen, x: number, y: number): void {
    this.content.draw(pen, x, y);
  }

  override split(room: number, cut: Cut): Parts | null {
    if (cut === 'gentle') return null;
    const parts = splitAnyhow(this.content, room);
    return parts && [parts[0], new Together(parts[1])];
  }
}
