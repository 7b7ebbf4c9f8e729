import { StreamableFile } from '@nestjs/common';
import type { FastifyReply } from 'fastify';

/** A file whose address changes with its content: whoever has it need not ask again. Errors before it keep their own headers. */
export function lastingFile(file: { type: string; content: Buffer }, reply: FastifyReply): StreamableFile {
  void reply.header('cache-control', 'public, max-age=31536000, immutable');
  return new StreamableFile(file.content, { type: file.type, length: file.content.length });
}
