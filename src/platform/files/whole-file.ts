import { randomBytes } from 'node:crypto';
import { createWriteStream } from 'node:fs';
import { mkdir, rename, rm } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { DomainError } from '../../kernel/domain-error.js';
import { errorCode } from '../../kernel/error-code.js';

type Chunks = AsyncIterable<string | Uint8Array> | Iterable<string | Uint8Array>;

/**
 * Writes a file beside its place, then gives it its name: whoever reads it finds the former one or the whole new one,
 * whatever stops in between. Its folders are made when they are missing.
 * @throws DomainError `unwritable_file`; failures of the chunks themselves as they are.
 */
export async function writeWholeFile(path: string, chunks: Chunks): Promise<void> {
  const folder = dirname(path);
  const unfinished = join(folder, `.${basename(path)}.${randomBytes(6).toString('hex')}.partial`);
  try {
    await mkdir(folder, { recursive: true });
    // Flushed to the disk before it takes its name: a power cut leaves no empty file in the place of the former one.
    await pipeline(Readable.from(chunks), createWriteStream(unfinished, { flags: 'wx', flush: true }));
    await rename(unfinished, path);
  } catch (error) {
    await rm(unfinished, { force: true }).catch(() => undefined);
    throw isOfFiles(error) ? unwritable(path, errorCode(error)) : error;
  }
}

/** What the system refuses to a file has its call; what fails while chunks are made does not. */
const isOfFiles = (error: unknown): boolean =>
  typeof error === 'object' && error !== null && 'syscall' in error && 'path' in error;

function unwritable(path: string, code: string): DomainError {
  const title = `Le fichier ${path} ne peut pas être écrit (${code || 'inconnue'}) : vérifiez le dossier et vos droits.`;
  return new DomainError('unwritable_file', title, 500);
}
