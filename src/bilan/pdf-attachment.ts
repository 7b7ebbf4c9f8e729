import { StreamableFile } from '@nestjs/common';
import type { BilanFile } from './bilan.types.js';

/** A PDF that the browser keeps under its name; the name is ASCII, so that RFC 6266 needs no encoded form. */
export function pdfAttachment({ bytes, fileName }: BilanFile): StreamableFile {
  return new StreamableFile(bytes, {
    type: 'application/pdf',
    disposition: `attachment; filename="${fileName}"`,
    length: bytes.length,
  });
}
