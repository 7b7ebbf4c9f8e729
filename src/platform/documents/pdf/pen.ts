import { PAGE, type TextStyle } from '../theme.js';
import { fontMetrics, TextMeasures } from '../text/fonts.js';
import type { Line } from '../text/line-breaking.js';
import { endsWidened, type Piece } from '../text/words.js';
import type { Bookmarks } from './bookmarks.js';
import { addLink, type PdfDocument, type StructElement } from './pdfkit-internals.js';
import { Tagger, type TagSlot } from './tagger.js';

export type Align = 'left' | 'right' | 'center';

export interface LinkTarget {
  to: { destination: string } | { url: string };
  /** What is read aloud: « Les indicateurs, page 3 ». */
  contents: string;
}

/** Draws on the present page, tagging as it goes. Boxes know where they are; the pen knows the document. */
export class Pen {
  private readonly tagger: Tagger;

  constructor(
    readonly doc: PdfDocument,
    readonly bookmarks: Bookmarks,
    private readonly measures: TextMeasures,
    /** Page number of each section's beginning, from 1. */
    private readonly destinations: ReadonlyMap<string, number>,
  ) {
    this.tagger = new Tagger(doc);
  }

  /** Page on which a section begins, or null when there is no such section. */
  pageOf(section: string): number | null {
    return this.destinations.get(section) ?? null;
  }

  /** Makes a section reachable, by links and by its bookmark; at the top of a page both show the whole page. */
  beginSection(name: string, title: string, y: number): void {
    const top = y <= PAGE.topContinued + 24 ? null : y;
    this.doc.addNamedDestination(name, 'XYZ', 0, Math.max(0, (top ?? 0) - 40), 0);
    this.bookmarks.addSection(title, top);
  }

  within(slot: TagSlot, draw: (element: StructElement) => void): void {
    this.tagger.within(slot, draw);
  }

  mark(draw: () => void): void {
    this.tagger.mark(draw);
  }

  decorate(draw: (doc: PdfDocument) => void, type: 'Layout' | 'Pagination' = 'Layout'): void {
    this.tagger.decorate(() => draw(this.doc), type);
  }

  /** A filled rectangle without meaning. */
  ground(x: number, y: number, width: number, height: number, color: string): void {
    this.decorate((doc) => doc.rect(x, y, width, height).fill(color));
  }

  /** A horizontal hairline without meaning. */
  rule(x: number, y: number, width: number, color: string, thickness = 0.6): void {
    this.decorate((doc) =>
      doc
        .lineWidth(thickness)
        .strokeColor(color)
        .moveTo(x, y)
        .lineTo(x + width, y)
        .stroke(),
    );
  }

  /** Makes an area of the present page lead somewhere; `element` is its Link. */
  link(
    element: StructElement,
    area: { x: number; y: number; width: number; height: number },
    target: LinkTarget,
  ): void {
    addLink(this.doc, element, area, target.to, target.contents);
  }

  /**
   * Writes lines from the top of their first line. Call it inside `mark` or `decorate`. The space between two lines
   * is written at the end of the first, so that reading software does not glue their words.
   */
  write(
    lines: readonly Line[],
    x: number,
    y: number,
    width: number,
    style: TextStyle,
    align: Align = 'left',
  ): void {
    this.doc.fillColor(style.color);
    lines.forEach((line, index) => {
      const slack = align === 'left' ? 0 : align === 'right' ? width - line.width : (width - line.width) / 2;
      const baseline = y + index * style.leading + baselineOffset(style);
      this.writeLine(line, x + slack, baseline, style);
    });
  }

  private writeLine(line: Line, x: number, baseline: number, style: TextStyle): void {
    let left = x;
    for (const piece of drawnPieces(line, style, this.measures)) {
      this.doc.font(piece.font).fontSize(style.size);
      this.doc.text(piece.text, left, baseline, {
        lineBreak: false,
        baseline: 'alphabetic',
        ...(piece.features.length
          ? { features: [...piece.features] as PDFKit.Mixins.OpenTypeFeatures[] }
          : {}),
        ...(style.tracking ? { characterSpacing: style.tracking } : {}),
      });
      left += piece.width;
    }
  }

  close(): void {
    this.tagger.close();
  }
}

/** Distance from the top of a line to its baseline: ascent and descent are centred in the leading. */
export function baselineOffset(style: TextStyle): number {
  const { ascent, descent } = fontMetrics(style.font);
  return (style.leading - (ascent + descent) * style.size) / 2 + ascent * style.size;
}

/** Joins words and spaces of one face, which makes long strings of real text instead of one per word. */
function drawnPieces(line: Line, style: TextStyle, measures: TextMeasures): Piece[] {
  const pieces: Piece[] = [];
  for (const word of line.words) {
    word.pieces.forEach((piece) => addPiece(pieces, piece));
    if (word.space > 0)
      addPiece(pieces, {
        text: ' ',
        font: word.spaceFont,
        features: [],
        width: measures.width(' ', word.spaceFont, style.size) + style.tracking,
      });
  }
  return pieces;
}

function addPiece(pieces: Piece[], piece: Piece): void {
  const last = pieces.at(-1);
  const joins =
    last && last.font === piece.font && !last.features.length && !piece.features.length && !endsWidened(last);
  if (joins) {
    last.text += piece.text;
    last.width += piece.width;
  } else pieces.push({ ...piece });
}
