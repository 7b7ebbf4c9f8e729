import type { Pen } from '../pdf/pen.js';
import { type Cut, Empty, Flowable, type Parts, splitAnyhow } from './flowable.js';

export interface FrameStyle {
  width: number;
  ground: string;
  /** A coloured band on one side. */
  edge: { side: 'left' | 'top'; color: string } | null;
  padding: { top: number; right: number; bottom: number; left: number };
  /** Where the content stands when the frame is taller than it. */
  align: 'top' | 'middle';
  minHeight: number;
}

const EDGE = 3;
/** Space between the content and the foot. */
const FOOT_GAP = 6;

/** Content on a tinted ground, with an optional foot at the bottom. */
export class Frame extends Flowable {
  readonly height: number;

  constructor(
    private readonly content: Flowable,
    private readonly style: FrameStyle,
    private readonly foot: Flowable | null = null,
  ) {
    super();
    const { top, bottom } = style.padding;
    const footHeight = foot && foot.height > 0 ? foot.height + FOOT_GAP : 0;
    this.height = Math.max(style.minHeight, top + content.height + footHeight + bottom);
  }

  draw(pen: Pen, x: number, y: number): void {
    const { width, ground, edge, padding, align } = this.style;
    pen.ground(x, y, width, this.height, ground);
    if (edge?.side === 'left') pen.ground(x, y, EDGE, this.height, edge.color);
    if (edge?.side === 'top') pen.ground(x, y, width, EDGE, edge.color);
    const slack = this.height - padding.top - padding.bottom - this.content.height;
    const shift = align === 'middle' && !this.foot ? slack / 2 : 0;
    this.content.draw(pen, x + padding.left, y + padding.top + shift);
    this.foot?.draw(pen, x + padding.left, y + this.height - padding.bottom - this.foot.height);
  }

  /** Contents inside the frame are cut only by force; the foot stays with the end. */
  override split(room: number, cut: Cut): Parts | null {
    if (cut === 'gentle') return null;
    const { top, bottom } = this.style.padding;
    const inside = room - top - bottom;
    const style: FrameStyle = { ...this.style, align: 'top', minHeight: 0 };
    const parts = this.content.height <= inside ? null : splitAnyhow(this.content, inside);
    if (parts) return [new Frame(parts[0], style), new Frame(parts[1], style, this.foot)];
    if (this.content.height > inside) return null;
    return [new Frame(this.content, style), this.foot ? new Frame(this.foot, style) : new Empty()];
  }

  override stretched(height: number): Flowable {
    return new Frame(
      this.content,
      { ...this.style, minHeight: Math.max(height, this.style.minHeight) },
      this.foot,
    );
  }
}
