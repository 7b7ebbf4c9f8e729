import { StreamableFile } from '@nestjs/common';
import type { FastifyReply } from 'fastify';

/** Were it opened in place all the same, it could run, load and send nothing. */
const NOTHING_RUNS = "default-src 'none'; sandbox; frame-ancestors 'none'";

/** A file that somebody sent, handed back to be saved under its name and never shown or run from this site. */
export function inertFile(
  { name, mediaType, bytes }: { name: string; mediaType: string; bytes: Buffer },
  reply: FastifyReply,
): StreamableFile {
  void reply.header('content-security-policy', NOTHING_RUNS);
  return new StreamableFile(bytes, {
    type: mediaType,
    disposition: attachmentNamed(name),
    length: bytes.length,
  });
}

/** RFC 6266: a name in ASCII for old readers, then the name itself. */
export function attachmentNamed(name: string): string {
  const plain = name
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replace(/[^ !#-$&-.0-9:;=@A-[\]-~]/g, '_');
  const encoded = encodeURIComponent(name.toWellFormed()).replace(
    /['()*]/g,
    (character) => `%${character.charCodeAt(0).toString(16).toUpperCase()}`,
  );
  return `attachment; filename="${plain}"; filename*=UTF-8''${encoded}`;
}
