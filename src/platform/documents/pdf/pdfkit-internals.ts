import type { Font } from 'fontkit';
import PDFDocument from 'pdfkit';

/**
 * Every touch of what pdfkit keeps to itself, and every repair of what it does wrong, in one place. All of it was read
 * in version 0.20.2; `pdfkit-internals.spec.ts` fails when an upgrade moves one of these members.
 */
export const PDFKIT_VERSION = '0.20.2';

export type PdfDocument = PDFKit.PDFDocument;
export type StructElement = PDFKit.PDFStructureElement;
export type Outline = PDFKit.PDFOutline;

interface Internals {
  _id: Buffer;
  _addInfo: () => void;
  outline: { outlineData: Record<string, unknown>; children: OutlineInternals[] };
  _root: { data: { Names: { data: Partial<Record<'Dests' | 'EmbeddedFiles', NameTree>> } } };
}

interface NameTree {
  _compareKeys: (one: string, other: string) => number;
}

interface OutlineInternals {
  children: OutlineInternals[];
  options: { expanded?: boolean };
}

function internals(doc: PdfDocument): Internals {
  return doc as unknown as Internals;
}

/** pdfkit writes a plain string as a name (`/Data`) and a String object as a text string. */
function textString(text: string): string {
  return Object(text) as string;
}

/** A document without default font: pdfkit would otherwise parse that file again at each change of font. */
export function createPdf(options: PDFKit.PDFDocumentOptions): PdfDocument {
  const noFont = null as unknown as string;
  return new PDFDocument({ ...options, autoFirstPage: false, font: noFont });
}

/** The file identifier; pdfkit's own hashes only the title and the date, so two editions of a day would share it. */
export function setFileId(doc: PdfDocument, id: Buffer): void {
  internals(doc)._id = id;
}

/** Replaces the XMP packet's properties: pdfkit writes the title unescaped, and « & » breaks the whole packet. */
export function replaceXmp(doc: PdfDocument, xmp: string): void {
  internals(doc)._addInfo = () => {
    doc.appendXML(xmp);
  };
}

/** Registers an already parsed font, which the published types do not know. */
export function registerFontObject(doc: PdfDocument, name: string, font: Font): void {
  doc.registerFont(name, font as unknown as string);
}

/** Attribute dictionaries of a structure element: `O` is the owner, string values are names. */
export function setAttributes(element: StructElement, attributes: Record<string, string>): void {
  const { dictionary } = element as unknown as { dictionary: { data: Record<string, unknown> } };
  dictionary.data['A'] = attributes;
}

/** A table's summary is a text, not a name. */
export function setTableSummary(element: StructElement, summary: string): void {
  setAttributes(element, { O: 'Table', Summary: textString(summary) });
}

/** A tagged link with its spoken description; to a destination of the document or to an address outside. */
export function addLink(
  doc: PdfDocument,
  element: StructElement,
  rectangle: { x: number; y: number; width: number; height: number },
  target: { destination: string } | { url: string },
  contents: string,
): void {
  const { x, y, width, height } = rectangle;
  const options = { structParent: element, Contents: textString(contents) };
  if ('url' in target) doc.link(x, y, width, height, target.url, options);
  else doc.goTo(x, y, width, height, target.destination, options);
}

/**
 * Adds a bookmark to the current page. Without `top` it shows the whole page. pdfkit computes the left edge as
 * width - left: giving it the page's width makes viewers open at the left.
 */
export function addBookmark(parent: Outline, title: string, top: number | null): Outline {
  const { page } = (parent as unknown as { document: PdfDocument }).document;
  const place = top === null ? { fit: true } : { fit: false, top, left: page.width, zoom: 0 };
  const options = { expanded: true, ...place };
  return parent.addItem(title, options);
}

/**
 * Readers search names by bytes, and pdfkit sorts them in the order of the machine's language, where « A_1 » comes
 * before « A-1 » and « b » before « C »: links would then lead nowhere, and bytes change with LANG.
 */
export function sortNames(doc: PdfDocument): void {
  const { Dests, EmbeddedFiles } = internals(doc)._root.data.Names.data;
  for (const tree of [Dests, EmbeddedFiles])
    if (tree) tree._compareKeys = (one, other) => Buffer.compare(Buffer.from(one), Buffer.from(other));
}

/** The outline's root needs the count of visible entries, which pdfkit forgets. */
export function closeOutline(doc: PdfDocument): void {
  const { outline } = internals(doc);
  const visible = (item: { children: OutlineInternals[] }): number =>
    item.children.reduce((sum, child) => sum + 1 + (child.options.expanded ? visible(child) : 0), 0);
  outline.outlineData['Count'] = visible(outline);
}
