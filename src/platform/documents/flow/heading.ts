import type { Pen } from '../pdf/pen.js';
import { TagSlot, type TagType } from '../pdf/tagger.js';
import { type Cut, Flowable, type Parts } from './flowable.js';

/** What a heading adds to the outline. A section is a destination of links too. */
export type HeadingBookmark =
  { kind: 'heading'; title: string } | { kind: 'section'; title: string; name: string };

/** A title in its element, with its bookmark. */
export class Heading extends Flowable {
  private readonly slot: TagSlot;

  constructor(
    private readonly text: Flowable,
    tag: TagType | TagSlot,
    private readonly bookmark: HeadingBookmark | null,
  ) {
    super();
    this.slot = typeof tag === 'string' ? new TagSlot(tag) : tag;
  }

  get height(): number {
    return this.text.height;
  }

  draw(pen: Pen, x: number, y: number): void {
    if (this.bookmark?.kind === 'heading') pen.bookmarks.addHeading(this.bookmark.title, y);
    if (this.bookmark?.kind === 'section') pen.beginSection(this.bookmark.name, this.bookmark.title, y);
    pen.within(this.slot, () => this.text.draw(pen, x, y));
  }

  override split(room: number, cut: Cut): Parts | null {
    const parts = cut === 'forced' ? this.text.split(room, cut) : null;
    return parts && [new Heading(parts[0], this.slot, this.bookmark), new Heading(parts[1], this.slot, null)];
  }
}
