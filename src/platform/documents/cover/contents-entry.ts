import { linkContents, shortLink } from '../flow/link-text.js';
import { Flowable } from '../flow/flowable.js';
import type { Typesetter } from '../flow/text-box.js';
import type { Pen } from '../pdf/pen.js';
import { TagSlot } from '../pdf/tagger.js';
import { followed } from '../text/rich-text.js';
import type { TextStyle } from '../theme.js';

export interface EntryLook {
  title: TextStyle;
  page: TextStyle;
  /** Colour of the hairline above each entry. */
  line: string;
  /** Space above and under the text. */
  padding: number;
  mostLines: number;
}

const NUMBER_WIDTH = 26;

/** A line of the table of contents: title, page, and a link over both. */
export class ContentsEntry extends Flowable {
  readonly height: number;

  constructor(
    private readonly section: { name: string; title: string },
    private readonly width: number,
    private readonly look: EntryLook,
    private readonly typesetter: Typesetter,
  ) {
    super();
    this.height = this.titleBox().height + 2 * look.padding;
  }

  draw(pen: Pen, x: number, y: number): void {
    const { look, section, width } = this;
    const page = pen.pageOf(section.name);
    const top = y + look.padding;
    pen.rule(x, y, width, look.line, 0.5);
    pen.within(new TagSlot('TOCI'), () =>
      pen.within(new TagSlot('Reference'), () =>
        pen.within(new TagSlot('Link'), (element) => {
          this.titleBox().draw(pen, x, top);
          this.typesetter.plain(String(page ?? ''), look.page, width, 'right').draw(pen, x, top);
          const contents = linkContents(`${shortLink(section.title)}, page\u00a0${page}`);
          pen.link(
            element,
            { x, y, width, height: this.height },
            { to: { destination: section.name }, contents },
          );
          // pdfkit ties a link to the page on which its element is closed.
          element.end();
        }),
      ),
    );
  }

  private titleBox() {
    const { look, section, width } = this;
    return this.typesetter.clamped(
      null,
      followed(section.title),
      look.title,
      width - NUMBER_WIDTH,
      look.mostLines,
    );
  }
}
