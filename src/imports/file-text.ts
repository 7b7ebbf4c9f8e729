import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { TextDecoder } from 'node:util';
import { DomainError } from '../kernel/domain-error.js';
import type { Encoding } from './import.types.js';
import { errorCode } from '../kernel/error-code.js';
import { BYTE_ORDER_MARK } from '../kernel/spreadsheet-text.rules.js';
import { refuseDisguise, signatureOf } from './reading/file-signature.rules.js';
import { ReadingRefused } from './reading/reading-refusals.rules.js';
import { encodingOf } from './reading/text-encoding.rules.js';

/** Bytes of a piece that is only looked at: asking for many small ones takes as long as reading them. */
const PIECE_BYTES = 262_144;

/** What a first reading of a file tells: its fingerprint and how to decode it. Files of any size pass through. */
export interface FileIdentity {
  sha256: string;
  /** How to decode it, or why it is no text. */
  encoding: Encoding | DomainError;
}

/** Reads the file once: a binary file in disguise has a fingerprint too. @throws DomainError `unreadable_file`. */
export async function identifyFile(path: string): Promise<FileIdentity> {
  const hash = createHash('sha256');
  const strict = new TextDecoder('utf-8', { fatal: true });
  let validUtf8 = true;
  let head: Buffer | null = null;
  try {
    for await (const chunk of createReadStream(path, {
      highWaterMark: PIECE_BYTES,
    }) as AsyncIterable<Buffer>) {
      hash.update(chunk);
      head ??= chunk;
      if (validUtf8) validUtf8 = decodes(strict, chunk, true);
    }
  } catch (error) {
    const code = errorCode(error) || 'inconnue';
    const reason = READING_ERRORS[code] ?? `il ne peut pas être lu (${code})`;
    throw new DomainError('unreadable_file', `Le fichier ${path} ne peut pas être importé : ${reason}.`, 404);
  }
  if (validUtf8) validUtf8 = decodes(strict, new Uint8Array(), false);
  return { sha256: hash.digest('hex'), encoding: encodingOrRefusal(head ?? Buffer.alloc(0), validUtf8) };
}

function encodingOrRefusal(head: Buffer, validUtf8: boolean): Encoding | DomainError {
  try {
    return encodingBy(head, validUtf8);
  } catch (error) {
    if (error instanceof DomainError) return error;
    throw error;
  }
}

const READING_ERRORS: Record<string, string> = {
  ENOENT: 'il n’existe pas, vérifiez son nom',
  EISDIR: 'c’est un dossier',
  EACCES: 'vous n’avez pas le droit de le lire',
};

function decodes(decoder: TextDecoder, chunk: Uint8Array, stream: boolean): boolean {
  try {
    decoder.decode(chunk, { stream });
    return true;
  } catch {
    return false;
  }
}

/** How to decode bytes that begin so. @throws DomainError `not_text`. */
export function encodingBy(head: Buffer, validUtf8: boolean): Encoding {
  if (head.length === 0) return 'utf-8';
  try {
    if (signatureOf(head) === 'zip') throw new DomainError('not_text', ARCHIVE, 422);
    refuseDisguise(head.subarray(0, HEAD_BYTES).toString('utf8').replace(BYTE_ORDER_MARK, ''));
  } catch (error) {
    if (!(error instanceof ReadingRefused)) throw error;
    throw new DomainError('not_text', error.refusal.message, 422);
  }
  return encodingOf(head, validUtf8);
}

const HEAD_BYTES = 1_000;
const ARCHIVE =
  'Ce fichier est un classeur XLSX ou une archive ZIP : ouvrez-le dans un tableur et enregistrez-le au format CSV (séparateur point-virgule).';

/** The text of a file, piece by piece, without its byte order mark. */
export const fileText = (path: string, encoding: Encoding): AsyncGenerator<string> =>
  decoded(createReadStream(path) as AsyncIterable<Buffer>, encoding);

/** The text of bytes that come in pieces, cut anywhere. */
export async function* decoded(
  pieces: AsyncIterable<Buffer> | Iterable<Buffer>,
  encoding: Encoding,
): AsyncGenerator<string> {
  const decoder = new TextDecoder(encoding === 'utf-8-bom' ? 'utf-8' : encoding);
  for await (const piece of pieces) yield decoder.decode(piece, { stream: true });
  yield decoder.decode();
}
