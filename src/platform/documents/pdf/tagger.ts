import { setAttributes, setTableSummary, type PdfDocument, type StructElement } from './pdfkit-internals.js';

/** Standard structure types in use. */
export type TagType =
  | 'Document'
  | 'Sect'
  | 'Div'
  | 'H1'
  | 'H2'
  | 'H3'
  | 'H4'
  | 'P'
  | 'L'
  | 'LI'
  | 'Lbl'
  | 'LBody'
  | 'Table'
  | 'Caption'
  | 'THead'
  | 'TBody'
  | 'TR'
  | 'TH'
  | 'TD'
  | 'Figure'
  | 'Link'
  | 'TOC'
  | 'TOCI'
  | 'Reference';

export interface TagOptions {
  title?: string;
  alt?: string;
  bbox?: [number, number, number, number];
  scope?: 'Column' | 'Row';
  /** Kind of numbering of a list. */
  numbering?: 'Disc' | 'Decimal' | 'None';
  /** What a table holds. */
  summary?: string;
}

/**
 * The place of an element in the structure tree. The element is made when its first part is drawn; the parts of a
 * paragraph, list or table cut over several pages share one slot, so they stay one element.
 */
export class TagSlot {
  element: StructElement | null = null;

  constructor(
    readonly type: TagType,
    readonly options: TagOptions = {},
  ) {}
}

/**
 * Builds the structure tree while pages are drawn. Each drawing operation is either real content of an element
 * (`mark`) or decoration that reading software skips (`decorate`); nothing is ever outside both.
 */
export class Tagger {
  private readonly root: StructElement;
  private current: StructElement;
  private marking = false;

  constructor(private readonly doc: PdfDocument) {
    this.root = doc.struct('Document');
    doc.addStructure(this.root);
    this.current = this.root;
  }

  /** Runs `draw` inside the slot's element, made under the present element on first use. */
  within(slot: TagSlot, draw: (element: StructElement) => void): void {
    const parent = this.current;
    if (!slot.element) {
      slot.element = this.create(slot);
      parent.add(slot.element);
    }
    this.current = slot.element;
    draw(slot.element);
    this.current = parent;
  }

  /** Draws real content of the present element on the present page. */
  mark(draw: () => void): void {
    if (this.marking) throw new Error('Marked content cannot hold marked content');
    if (this.current === this.root) throw new Error('Content needs an element of its own');
    this.marking = true;
    this.current.add(draw);
    this.marking = false;
  }

  /** Draws what only the eye needs: grounds, rules, repeated heads, footers. */
  decorate(draw: () => void, type: 'Layout' | 'Pagination' = 'Layout'): void {
    if (this.marking) throw new Error('Decoration cannot stand inside marked content');
    this.marking = true;
    this.doc.markContent('Artifact', { type });
    this.doc.save();
    draw();
    this.doc.restore();
    this.doc.endMarkedContent();
    this.marking = false;
  }

  /** Ends the tree; pdfkit writes the elements then. */
  close(): void {
    this.root.end();
  }

  private create({ type, options }: TagSlot): StructElement {
    const { numbering, summary, bbox, ...rest } = options;
    const element = this.doc.struct(type, bbox ? { ...rest, bbox, placement: 'Block' } : rest);
    if (numbering) setAttributes(element, { O: 'List', ListNumbering: numbering });
    if (summary !== undefined) setTableSummary(element, summary);
    return element;
  }
}
