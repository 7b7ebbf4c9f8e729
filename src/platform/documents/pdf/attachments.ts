import type { Attachment } from '../document.types.js';
import type { PdfDocument } from './pdfkit-internals.js';

/** Embeds the data behind the document, dated like the document. */
export function addAttachments(doc: PdfDocument, attachments: readonly Attachment[], date: Date): void {
  const names = new Set(attachments.map(({ name }) => name));
  if (names.size < attachments.length)
    throw new Error(`Two attachments share a name: ${[...names].join(', ')}`);
  for (const { name, mediaType, relationship, description, content } of attachments)
    doc.file(Buffer.from(content, 'utf8'), {
      name,
      type: mediaType,
      relationship,
      description,
      creationDate: date,
      modifiedDate: date,
    });
}
