import { StreamableFile } from '@nestjs/common';
import { Readable } from 'node:stream';

/** A CSV that the browser keeps under its name, ASCII only, sent as fast as it is taken. */
export function csvAttachment(
  fileName: string,
  lines: AsyncIterable<string> | Iterable<string>,
): StreamableFile {
  return new StreamableFile(Readable.from(lines), {
    type: 'text/csv; charset=utf-8',
    disposition: `attachment; filename="${fileName}"`,
  });
}
