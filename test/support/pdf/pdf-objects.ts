import {
  decodePDFRawStream,
  PDFArray,
  PDFDict,
  PDFDocument,
  PDFHexString,
  PDFName,
  type PDFObject,
  type PDFPage,
  PDFRawStream,
  PDFRef,
  PDFStream,
  PDFString,
} from 'pdf-lib';

/** A read-only look into a PDF's objects: references followed, absent keys as undefined. */
export class PdfObjects {
  private constructor(readonly document: PDFDocument) {}

  static async open(bytes: Uint8Array): Promise<PdfObjects> {
    return new PdfObjects(await PDFDocument.load(bytes, { updateMetadata: false }));
  }

  get catalog(): PDFDict {
    return this.document.catalog;
  }

  get pages(): PDFPage[] {
    return this.document.getPages();
  }

  follow(object: PDFObject | undefined): PDFObject | undefined {
    return object instanceof PDFRef ? this.document.context.lookup(object) : object;
  }

  /** The value of a key of a dictionary or of a stream's dictionary. */
  get(holder: PDFObject | undefined, key: string): PDFObject | undefined {
    const object = this.follow(holder);
    if (object instanceof PDFDict) return this.follow(object.get(PDFName.of(key)));
    if (object instanceof PDFStream) return this.follow(object.dict.get(PDFName.of(key)));
    return undefined;
  }

  dict(holder: PDFObject | undefined, key: string): PDFDict | undefined {
    const value = this.get(holder, key);
    return value instanceof PDFDict ? value : undefined;
  }

  /** The items of an array value; a single value counts as one item. */
  list(holder: PDFObject | undefined, key: string): PDFObject[] {
    return this.items(this.get(holder, key));
  }

  /** The items of an array, references followed; anything else is one item. */
  items(value: PDFObject | undefined): PDFObject[] {
    const items = value instanceof PDFArray ? value.asArray() : [value];
    return items.map((item) => this.follow(item)).filter((item) => item !== undefined);
  }

  /** Name or text value, without the name's slash. */
  text(holder: PDFObject | undefined, key: string): string | undefined {
    const value = this.get(holder, key);
    return value && this.decoded(value);
  }

  /** A name, a text string or any other value as text. */
  decoded(value: PDFObject | undefined): string {
    if (value instanceof PDFString || value instanceof PDFHexString) return value.decodeText();
    if (value instanceof PDFName) return value.decodeText();
    return value?.toString() ?? '';
  }

  /** Every dictionary of the file, with its type. */
  dictionaries(type: string): PDFDict[] {
    return this.document.context
      .enumerateIndirectObjects()
      .map(([, object]) => object)
      .filter((object) => object instanceof PDFDict)
      .filter((dict) => this.text(dict, 'Type') === type);
  }

  /** The drawing operators of a page, as text. */
  content(page: PDFPage): string {
    return this.list(page.node, 'Contents')
      .map((stream) => (stream instanceof PDFRawStream ? this.operators(stream) : ''))
      .join('\n');
  }

  /** The XMP packet, or an empty string. */
  xmp(): string {
    const stream = this.get(this.catalog, 'Metadata');
    return stream instanceof PDFRawStream ? Buffer.from(stream.getContents()).toString('utf8') : '';
  }

  private operators(stream: PDFRawStream): string {
    return Buffer.from(decodePDFRawStream(stream).decode()).toString('latin1');
  }
}
