import type { RichText } from '../document.types.js';
import type { Align, Pen } from '../pdf/pen.js';
import { TagSlot } from '../pdf/tagger.js';
import type { TextMeasures } from '../text/fonts.js';
import { breakLines, type Line } from '../text/line-breaking.js';
import { literalText } from '../text/rich-text.js';
import type { TextStyle } from '../theme.js';
import { type Cut, Flowable, type Parts } from './flowable.js';

/** Fewest lines of a paragraph left at the bottom of a page, or carried to the next. */
const MIN_LINES = 2;

interface TextBoxOptions {
  /** Its own element, or null to write into the element around it. */
  tag?: TagSlot | null;
  align?: Align;
}

/** Lines of text of one style. */
export class TextBox extends Flowable {
  readonly height: number;

  constructor(
    readonly lines: readonly Line[],
    readonly style: TextStyle,
    readonly width: number,
    private readonly options: TextBoxOptions = {},
  ) {
    super();
    this.height = lines.length * style.leading;
  }

  draw(pen: Pen, x: number, y: number): void {
    if (this.lines.length === 0) return;
    const { tag } = this.options;
    const mark = (): void => pen.mark(() => this.write(pen, x, y));
    if (tag) pen.within(tag, mark);
    else mark();
  }

  /** Draws without tags, inside content or decoration that is already open. */
  write(pen: Pen, x: number, y: number): void {
    pen.write(this.lines, x, y, this.width, this.style, this.options.align);
  }

  override split(room: number, cut: Cut): Parts | null {
    const fitting = Math.floor((room + 0.01) / this.style.leading);
    const least = cut === 'gentle' ? MIN_LINES : 1;
    const kept = Math.min(fitting, this.lines.length - least);
    if (kept < least) return null;
    return [this.part(0, kept), this.part(kept)];
  }

  /** Cuts at any line, one part being empty when all the lines are on one side. */
  cutAt(room: number): [TextBox, TextBox] {
    const fitting = Math.max(0, Math.floor((room + 0.01) / this.style.leading));
    return [this.part(0, fitting), this.part(fitting)];
  }

  /** The width of its longest line, which may be less than the room it was given. */
  get inkWidth(): number {
    return Math.max(0, ...this.lines.map((line) => line.width));
  }

  private part(from: number, to?: number): TextBox {
    return new TextBox(this.lines.slice(from, to), this.style, this.width, this.options);
  }
}

/** Sets texts in lines with the fonts of one rendering. */
export class Typesetter {
  constructor(readonly measures: TextMeasures) {}

  /** Text in an element of its own. */
  tagged(type: TagSlot['type'], rich: RichText, style: TextStyle, width: number, align?: Align): TextBox {
    return new TextBox(breakLines(rich, style, width, this.measures), style, width, {
      tag: new TagSlot(type),
      align,
    });
  }

  /** Text of at most `most` lines, ended by « … » when some of it is left out; in an element of its own or not. */
  clamped(
    type: TagSlot['type'] | null,
    rich: RichText,
    style: TextStyle,
    width: number,
    most: number,
  ): TextBox {
    const tag = type && new TagSlot(type);
    let lines = breakLines(rich, style, width, this.measures);
    for (let text = rich; lines.length > most; lines = breakLines(text, style, width, this.measures))
      text = `${shortened(lines.slice(0, most))}…`;
    return new TextBox(lines, style, width, { tag });
  }

  /** Text written into the element around it. */
  plain(rich: RichText, style: TextStyle, width: number, align?: Align): TextBox {
    return new TextBox(breakLines(rich, style, width, this.measures), style, width, { align });
  }
}

/** The words of some lines without the last characters, which leave their place to « … ». */
function shortened(lines: readonly Line[]): RichText {
  const words = lines.flatMap((line) =>
    line.words.map((word) => word.pieces.map((piece) => piece.text).join('')),
  );
  return literalText(words.join(' ').slice(0, -3).trimEnd());
}
