import { StreamableFile } from '@nestjs/common';

/** A JSON document that the browser keeps under its name; the name is ASCII, so that RFC 6266 needs no encoded form. */
export function jsonAttachment(document: object, fileName: string): StreamableFile {
  const bytes = Buffer.from(`${JSON.stringify(document, null, 2)}\n`);
  return new StreamableFile(bytes, {
    type: 'application/json; charset=utf-8',
    disposition: `attachment; filename="${fileName}"`,
    length: bytes.length,
  });
}
