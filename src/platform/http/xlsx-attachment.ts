import { StreamableFile } from '@nestjs/common';
import type { Readable } from 'node:stream';
import { attachmentNamed } from './inert-file.js';

/** A workbook that the browser keeps under its name, sent as fast as it is taken. */
export function xlsxAttachment({ name, content }: { name: string; content: Readable }): StreamableFile {
  return new StreamableFile(content, {
    type: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
    disposition: attachmentNamed(name),
  });
}
