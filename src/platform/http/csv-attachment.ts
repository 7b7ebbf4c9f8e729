import { StreamableFile } from '@nestjs/common';
import { Readable } from 'node:stream';
import { attachmentNamed } from './inert-file.js';

/** A CSV that the browser keeps under its name, sent as fast as it is taken. */
export function csvAttachment({
  name,
  content,
}: {
  name: string;
  content: AsyncIterable<string> | Iterable<string>;
}): StreamableFile {
  return new StreamableFile(Readable.from(content), {
    type: 'text/csv; charset=utf-8',
    disposition: attachmentNamed(name),
  });
}
