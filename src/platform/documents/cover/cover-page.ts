import type { Cover } from '../document.types.js';
import { Stack } from '../flow/stack.js';
import type { TextBox, Typesetter } from '../flow/text-box.js';
import type { Pen } from '../pdf/pen.js';
import { TagSlot } from '../pdf/tagger.js';
import { plainText } from '../text/rich-text.js';
import { COLORS, columnOffset, CONTENT_WIDTH, PAGE, spanWidth, STYLES, type TextStyle } from '../theme.js';
import { naturalWidth } from '../text/line-breaking.js';
import { ContentsEntry, type EntryLook } from './contents-entry.js';
import { drawMeander } from './meander.js';

/** Where the band of text starts when the cover is short; long texts push it up. */
const BAND_TOP = 500;
const HIGHEST_BAND = 96;
const BOTTOM = PAGE.height - 54;
/** More entries than this go on a page of contents of their own. */
export const COVER_ENTRIES = 10;
const SMALLEST_TITLE = 24;

const LOOK: EntryLook = {
  title: STYLES.coverEntry,
  page: { ...STYLES.coverEntry, font: 'semibold' },
  line: COLORS.wineLine,
  padding: 2.2,
  mostLines: 2,
};

/** The cover: a landscape above, and below it what the document is, who made it and what it contains. */
export class CoverPage {
  private readonly top: Stack;
  private readonly left: Stack;
  private readonly contents: Stack | null;
  private readonly stamp: TextBox | null;

  constructor(
    private readonly cover: Cover,
    entries: readonly { name: string; title: string }[],
    typesetter: Typesetter,
  ) {
    const leftWidth = entries.length > 0 ? spanWidth(6, CONTENT_WIDTH) - 14 : spanWidth(10, CONTENT_WIDTH);
    this.stamp = cover.stamp ? typesetter.tagged('P', cover.stamp.toUpperCase(), STYLES.stamp, 200) : null;
    const lead = typesetter.clamped(
      'P',
      cover.overline,
      STYLES.coverOverline,
      spanWidth(8, CONTENT_WIDTH),
      3,
    );
    const title = fittingTitle(cover.title, typesetter);
    this.top = new Stack([
      { box: lead, after: 2 },
      { box: typesetter.clamped('H1', cover.title, title, CONTENT_WIDTH + 3, 6), after: 6 },
      { box: typesetter.clamped('P', cover.subtitle, STYLES.coverSubtitle, CONTENT_WIDTH, 5) },
    ]);
    const members = { ...STYLES.coverText, balanced: true };
    this.left = new Stack([
      { box: typesetter.clamped('P', cover.members, members, leftWidth, 10), after: 16 },
      { box: typesetter.clamped('P', cover.closing, STYLES.coverText, leftWidth, 3) },
    ]);
    const width = spanWidth(5, CONTENT_WIDTH);
    this.contents =
      entries.length > 0
        ? new Stack(entries.map((entry) => ({ box: new ContentsEntry(entry, width, LOOK, typesetter) })))
        : null;
  }

  draw(pen: Pen): void {
    const lower = Math.max(this.left.height, this.contents?.height ?? 0);
    const needed = 36 + this.top.height + 44 + lower;
    const bandTop = Math.max(HIGHEST_BAND, Math.min(BAND_TOP, BOTTOM - needed));
    const lowerTop = Math.max(bandTop + 36 + this.top.height + 44, Math.min(712, BOTTOM - lower));
    pen.decorate((doc) => drawMeander(doc, bandTop));
    pen.within(new TagSlot('Sect', { title: plainText(this.cover.title) }), () => {
      this.top.draw(pen, PAGE.left, bandTop + 36);
      if (this.stamp) this.drawStamp(pen, this.stamp, bandTop + 32);
      this.left.draw(pen, PAGE.left, lowerTop);
      const { contents } = this;
      if (contents)
        pen.within(new TagSlot('TOC'), () =>
          contents.draw(pen, PAGE.left + columnOffset(7, CONTENT_WIDTH), lowerTop - LOOK.padding),
        );
    });
  }

  /** A label in a thin border, on the level of the overline. */
  private drawStamp(pen: Pen, stamp: TextBox, y: number): void {
    const width = stamp.inkWidth + 18;
    const x = PAGE.width - PAGE.right - width;
    pen.decorate((doc) =>
      doc.lineWidth(0.9).strokeColor(STYLES.stamp.color).roundedRect(x, y, width, 23, 2).stroke(),
    );
    stamp.draw(pen, x + 10, y + 5.5);
  }
}

/** The full size on one line, else a smaller one that fills a few lines. */
function fittingTitle(title: string, typesetter: Typesetter): TextStyle {
  const base = STYLES.coverTitle;
  const natural = Math.max(1, naturalWidth(title, base, typesetter.measures));
  const lines = Math.ceil(natural / CONTENT_WIDTH);
  const scale = Math.min(1, (CONTENT_WIDTH / natural) * Math.sqrt(lines));
  const size = Math.max(SMALLEST_TITLE, base.size * scale);
  return { ...base, size, leading: size * (size > 60 ? 1.1 : 1.16) };
}
