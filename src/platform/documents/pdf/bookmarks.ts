import { addBookmark, closeOutline, type Outline, type PdfDocument } from './pdfkit-internals.js';

/** A little above the heading, so that it is not glued to the window's edge. */
const MARGIN = 20;

/** The document's outline: sections, and their level-2 headings under them. */
export class Bookmarks {
  private section: Outline | null = null;

  constructor(private readonly doc: PdfDocument) {}

  /** Adds a section's bookmark; `top` is null when it begins its page. */
  addSection(title: string, top: number | null): void {
    this.section = addBookmark(this.doc.outline, title, top === null ? null : Math.max(0, top - MARGIN));
  }

  /** Adds a heading of the present section. */
  addHeading(title: string, top: number): void {
    addBookmark(this.section ?? this.doc.outline, title, Math.max(0, top - MARGIN));
  }

  close(): void {
    closeOutline(this.doc);
  }
}
