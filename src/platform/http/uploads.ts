import type { MultipartFile } from '@fastify/multipart';
import { RouteConfig } from '@nestjs/platform-fastify';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { DomainError } from '../../kernel/domain-error.js';

/** Uploads of large files that are read at once: each stands in memory while it is. */
const MOST_AT_ONCE = 8;
/** What a form holds beside its file. */
const FIELDS_BYTES = 100_000;

/** Declares a route whose form holds a file larger than other forms may. */
export const TakesFile = (bytes: number): MethodDecorator =>
  RouteConfig({ multipartOptions: { limits: { fileSize: bytes } } }) as MethodDecorator;

/** How many bytes the sender of a body says there are; null when it does not say. */
export const announcedBytes = ({ headers }: Pick<FastifyRequest, 'headers'>): number | null =>
  headers['content-length'] === undefined ? null : Number.parseInt(headers['content-length'], 10);

const limitOf = ({ routeOptions }: FastifyRequest): number | null => {
  const config = routeOptions.config as { multipartOptions?: { limits?: { fileSize?: number } } };
  return config.multipartOptions?.limits?.fileSize ?? null;
};

const tooLarge = (limit: number): DomainError =>
  new DomainError(
    'file_too_large',
    `Ce fichier est trop lourd : envoyez-en un de ${Math.floor(limit / 1_048_576)} Mo au plus.`,
    413,
  );

const tooMany = (): DomainError =>
  new DomainError(
    'too_many_uploads',
    'D’autres fichiers sont en cours d’envoi : réessayez dans un instant.',
    503,
  );

const unknownSender = (): DomainError =>
  new DomainError('authentication_required', 'Connectez-vous pour envoyer un fichier.', 401);

/**
 * Refuses, before any of it is read, what announces itself as too large, what comes from nobody, and more files at once
 * than memory is meant for. @param isPersonal whether a request carries what tells who asks: the guard judges it later
 */
export function guardUploads(
  fastify: FastifyInstance,
  isPersonal: (request: FastifyRequest) => boolean,
): void {
  let underWay = 0;
  fastify.addHook('onRequest', (request, reply, done) => {
    const limit = limitOf(request);
    if (limit === null) return done();
    if (!isPersonal(request)) return done(unknownSender());
    if ((announcedBytes(request) ?? 0) > limit + FIELDS_BYTES) return done(tooLarge(limit));
    if (underWay >= MOST_AT_ONCE) return done(tooMany());
    underWay += 1;
    reply.raw.once('close', () => {
      underWay -= 1;
    });
    done();
  });
}

/** Names of files by their bytes: a form's body holds the bytes only. */
const names = new WeakMap<object, string>();

/** Reads the file of a form into memory, within the limit of its route. */
export async function readUpload(this: FastifyRequest, part: MultipartFile): Promise<void> {
  const limit = limitOf(this);
  try {
    const bytes = await part.toBuffer();
    // The last bytes may come out before the reader tells that there were more.
    if (part.file.truncated && limit !== null) throw tooLarge(limit);
    names.set(bytes, part.filename ?? '');
  } catch (error) {
    const isTooLarge = error instanceof Error && 'statusCode' in error && error.statusCode === 413;
    throw isTooLarge && limit !== null ? tooLarge(limit) : error;
  }
}

/** A field of a form as the file that was sent in it; without any, an empty file without a name. */
export function uploadedFile(value: unknown): { name: string; bytes: Buffer } {
  return Buffer.isBuffer(value)
    ? { name: names.get(value) ?? '', bytes: value }
    : { name: '', bytes: Buffer.alloc(0) };
}
