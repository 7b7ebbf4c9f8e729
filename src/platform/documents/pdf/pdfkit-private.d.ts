/** Options of pdfkit 0.20 that its published types leave out. Documented by pdfkit, so not private. */
declare namespace PDFKit {
  namespace Mixins {
    interface PDFAttachmentOptions {
      relationship?: 'Data' | 'Source' | 'Alternative' | 'Supplement' | 'Unspecified';
    }
    interface StructureElementOptions {
      /** Left, top, right, bottom in page coordinates. */
      bbox?: [number, number, number, number];
      placement?: 'Block' | 'Inline';
      scope?: 'Column' | 'Row' | 'Both';
    }
  }
}
