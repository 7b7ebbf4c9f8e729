import { StreamableFile } from '@nestjs/common';

/** A JSON document that the browser keeps under its name, ASCII only: one member a line, for people to read. */
export function jsonAttachment(fileName: string, document: object): StreamableFile {
  const bytes = Buffer.from(`${JSON.stringify(document, null, 2)}\n`);
  return new StreamableFile(bytes, {
    type: 'application/json; charset=utf-8',
    disposition: `attachment; filename="${fileName}"`,
    length: bytes.length,
  });
}
