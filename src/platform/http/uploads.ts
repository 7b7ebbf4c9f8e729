import type { MultipartFile } from '@fastify/multipart';
import { RouteConfig } from '@nestjs/platform-fastify';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { DomainError } from '../../kernel/domain-error.js';

/** Uploads of large files that are read at once, and what they may weigh together: each stands in memory while it is. */
const MOST_AT_ONCE = 8;
const MOST_BYTES_AT_ONCE = 128 * 1_048_576;
/** What a form holds beside its files. */
const FIELDS_BYTES = 100_000;
const FIELDS = 20;

/** Declares a route whose form holds files larger than other forms may: one, or as many as is said. */
export const TakesFile = (bytes: number, files = 1): MethodDecorator =>
  RouteConfig({
    multipartOptions: { limits: { fileSize: bytes, files, parts: files + FIELDS } },
  }) as MethodDecorator;

/** How many bytes the sender of a body says there are; null when it does not say. */
export const announcedBytes = ({ headers }: Pick<FastifyRequest, 'headers'>): number | null =>
  headers['content-length'] === undefined ? null : Number.parseInt(headers['content-length'], 10);

/** What the files of a route may weigh, each and together. */
interface UploadLimits {
  each: number;
  together: number;
}

const limitsOf = ({ routeOptions }: FastifyRequest): UploadLimits | null => {
  const config = routeOptions.config as {
    multipartOptions?: { limits?: { fileSize?: number; files?: number } };
  };
  const { fileSize: each, files = 1 } = config.multipartOptions?.limits ?? {};
  return each === undefined ? null : { each, together: each * files };
};

const megabytes = (bytes: number): number => Math.floor(bytes / 1_048_576);

/** @param name of the one among several */
function tooLarge({ each }: UploadLimits, name = ''): DomainError {
  const which = name === '' ? 'Ce fichier' : `Le fichier « ${name} »`;
  const title = `${which} est trop lourd : envoyez-en un de ${megabytes(each)} Mo au plus.`;
  return new DomainError('file_too_large', title, 413);
}

function tooLargeTogether(limits: UploadLimits): DomainError {
  if (limits.each === limits.together) return tooLarge(limits);
  const title = `Ces fichiers sont trop lourds : envoyez-les en plusieurs fois, ${megabytes(limits.together)} Mo au plus à chacune.`;
  return new DomainError('file_too_large', title, 413);
}

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
  const underWay = { uploads: 0, bytes: 0 };
  fastify.addHook('onRequest', (request, reply, done) => {
    const limits = limitsOf(request);
    if (limits === null) return done();
    if (!isPersonal(request)) return done(unknownSender());
    // What does not say its weight may weigh as much as its route takes.
    const most = limits.together + FIELDS_BYTES;
    const bytes = announcedBytes(request) ?? most;
    if (bytes > most) return done(tooLargeTogether(limits));
    const isFull = underWay.uploads >= MOST_AT_ONCE || underWay.bytes + bytes > MOST_BYTES_AT_ONCE;
    if (isFull) return done(tooMany());
    underWay.uploads += 1;
    underWay.bytes += bytes;
    reply.raw.once('close', () => {
      underWay.uploads -= 1;
      underWay.bytes -= bytes;
    });
    done();
  });
}

/** Names of files by their bytes: a form's body holds the bytes only. */
const names = new WeakMap<object, string>();

/** Reads the file of a form into memory, within the limit of its route. */
export async function readUpload(this: FastifyRequest, part: MultipartFile): Promise<void> {
  const limits = limitsOf(this);
  const name = limits !== null && limits.together > limits.each ? part.filename : undefined;
  try {
    const bytes = await part.toBuffer();
    // The last bytes may come out before the reader tells that there were more.
    if (part.file.truncated && limits !== null) throw tooLarge(limits, name);
    names.set(bytes, part.filename ?? '');
  } catch (error) {
    const isTooLarge = error instanceof Error && 'statusCode' in error && error.statusCode === 413;
    throw isTooLarge && limits !== null ? tooLarge(limits, name) : error;
  }
}

/** A file as it was sent. */
export interface UploadedFile {
  name: string;
  bytes: Buffer;
}

/** The files that were sent in a field of a form, in their order; a field left empty holds none. */
export function uploadedFiles(value: unknown): UploadedFile[] {
  const sent: unknown[] = Array.isArray(value) ? value : [value];
  return sent.map(uploadedFile).filter(({ name, bytes }) => name !== '' || bytes.length > 0);
}

/** A field of a form as the file that was sent in it; without any, an empty file without a name. */
export function uploadedFile(value: unknown): UploadedFile {
  return Buffer.isBuffer(value)
    ? { name: names.get(value) ?? '', bytes: value }
    : { name: '', bytes: Buffer.alloc(0) };
}
