import type { RichText } from '../document.types.js';
import type { LinkTarget, Pen } from '../pdf/pen.js';
import { TagSlot, type TagType } from '../pdf/tagger.js';
import { breakLines } from '../text/line-breaking.js';
import { plainText } from '../text/rich-text.js';
import type { TextMeasures } from '../text/fonts.js';
import type { TextStyle } from '../theme.js';
import { Flowable } from './flowable.js';

/** What the link says and where it leads, known only once every section has its page. */
export interface ResolvedLink {
  text: RichText;
  target: LinkTarget | null;
}

interface LinkTextOptions {
  /** Element around the Link. */
  tag: TagType;
  style: TextStyle;
  width: number;
  measures: TextMeasures;
  resolve(pageOf: (section: string) => number | null): ResolvedLink;
}

/** Widest page number of a long document: room is kept for it before the real one is known. */
const RESERVED_PAGE = 888;

/** An underlined text that leads somewhere. Never cut: a link is one or two lines. */
export class LinkText extends Flowable {
  readonly height: number;

  constructor(private readonly options: LinkTextOptions) {
    super();
    const { text } = options.resolve(() => RESERVED_PAGE);
    this.height =
      breakLines(text, options.style, options.width, options.measures).length * options.style.leading;
  }

  draw(pen: Pen, x: number, y: number): void {
    const { tag, style, width, measures } = this.options;
    const { text, target } = this.options.resolve((section) => pen.pageOf(section));
    const lines = breakLines(text, style, width, measures);
    const write = (): void => pen.mark(() => pen.write(lines, x, y, width, style));
    pen.within(new TagSlot(tag), () => {
      if (!target) return write();
      pen.within(new TagSlot('Link'), (element) => {
        write();
        lines.forEach((line, index) => {
          const top = y + index * style.leading;
          pen.link(element, { x, y: top, width: line.width, height: style.leading }, target);
        });
        // pdfkit ties a link to the page on which its element is closed.
        element.end();
      });
    });
    if (target)
      lines.forEach((line, index) => {
        pen.rule(x, y + (index + 1) * style.leading - 1, line.width, style.color, 0.7);
      });
  }
}

/** « Les indicateurs, page 3 »: what a link to a section says. */
export function withPage(text: RichText, page: number | null): RichText {
  return page === null ? text : `${text}, page\u00a0${page}`;
}

/** The spoken description of a link. */
export function linkContents(text: RichText): string {
  return plainText(text);
}

/** A link is never cut over two pages, so its text is kept to a few lines. */
const LONGEST_LINK = 300;

export function shortLink(text: RichText): RichText {
  return text.length > LONGEST_LINK ? `${text.slice(0, LONGEST_LINK - 1).trimEnd()}…` : text;
}
