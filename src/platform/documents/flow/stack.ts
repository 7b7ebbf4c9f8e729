import type { Pen } from '../pdf/pen.js';
import { type Cut, Flowable, type Parts, splitAnyhow } from './flowable.js';

/** A flowable with the space it wants around it. Between two items the larger wish wins. */
export interface StackItem {
  box: Flowable;
  before?: number;
  after?: number;
  /** A heading: never the last thing on a page, and its own `after` decides the space that follows. */
  keepWithNext?: boolean;
  /** A note under a table: never the first thing on a page, the end of what it explains comes with it. */
  keepWithPrevious?: boolean;
  /** At the end of a page of its own, goes down to its foot when the stack is stretched. */
  sinks?: boolean;
}

/** Beyond this distance a block at the foot of its page would look lost. */
const MOST_SINKING = 200;

/** Items from top to bottom. The space before the first one is dropped. */
export class Stack extends Flowable {
  readonly height: number;
  private readonly tops: number[] = [];

  constructor(
    readonly items: readonly StackItem[],
    slack = 0,
  ) {
    super();
    let y = 0;
    items.forEach((item, index) => {
      y += gapBetween(items[index - 1], item);
      if (slack > 0 && item.sinks && index === items.length - 1) y += slack;
      this.tops.push(y);
      y += item.box.height;
    });
    this.height = y;
  }

  draw(pen: Pen, x: number, y: number): void {
    this.items.forEach((item, index) => item.box.draw(pen, x, y + (this.tops[index] ?? 0)));
  }

  override split(room: number, cut: Cut): Parts | null {
    const index = this.items.findIndex((item, i) => (this.tops[i] ?? 0) + item.box.height > room + 0.01);
    const item = this.items[index];
    if (!item) return null;
    return (
      this.cutInside(index, item, room, 'gentle') ??
      this.cutInsidePrevious(index, item) ??
      this.cutBefore(index, 'gentle') ??
      (cut === 'forced'
        ? (this.cutInside(index, item, room, 'forced') ?? this.cutBefore(index, 'forced'))
        : null)
    );
  }

  override stretched(height: number): Flowable {
    const slack = height - this.height;
    return this.items.at(-1)?.sinks && slack > 0 && slack <= MOST_SINKING
      ? new Stack(this.items, slack)
      : this;
  }

  private cutInside(index: number, item: StackItem, room: number, cut: Cut): Parts | null {
    const left = room - (this.tops[index] ?? 0);
    if (left <= 0) return null;
    const parts = cut === 'gentle' ? item.box.split(left, cut) : splitAnyhow(item.box, left);
    if (!parts) return null;
    const [head, tail] = parts;
    return [
      new Stack([...this.items.slice(0, index), { ...item, box: head }]),
      new Stack([{ ...item, box: tail }, ...this.items.slice(index + 1)]),
    ];
  }

  /** What fits but would leave its note alone on the next page gives it its last lines. */
  private cutInsidePrevious(index: number, item: StackItem): Parts | null {
    const above = this.items[index - 1];
    if (!item.keepWithPrevious || above === undefined) return null;
    return this.cutInside(index - 1, above, (this.tops[index - 1] ?? 0) + above.box.height - 1, 'gentle');
  }

  private cutBefore(index: number, cut: Cut): Parts | null {
    let at = index;
    const kept = (): boolean =>
      this.items[at - 1]?.keepWithNext === true || this.items[at]?.keepWithPrevious === true;
    if (cut === 'gentle') while (at > 0 && kept()) at--;
    if (at === 0) return null;
    return [new Stack(this.items.slice(0, at)), new Stack(this.items.slice(at))];
  }
}

function gapBetween(above: StackItem | undefined, below: StackItem): number {
  if (!above) return 0;
  if (above.keepWithNext) return above.after ?? 0;
  return Math.max(above.after ?? 0, below.before ?? 0);
}
