import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { TextDecoder } from 'node:util';
import { DomainError } from '../kernel/domain-error.js';
import type { Encoding } from './import.types.js';
import { errorCode } from '../kernel/error-code.js';

/** What a first reading of a file tells: its fingerprint and how to decode it. Files of any size pass through. */
export interface FileIdentity {
  sha256: string;
  /** How to decode it, or why it is no text. */
  encoding: Encoding | DomainError;
}

interface Signature {
  bytes: readonly number[];
  message: string;
}

const SIGNATURES: Signature[] = [
  { bytes: [0x50, 0x4b, 0x03, 0x04], message: 'Ce fichier est un classeur XLSX ou une archive ZIP' },
  { bytes: [0xd0, 0xcf, 0x11, 0xe0], message: 'Ce fichier est un ancien classeur XLS' },
  { bytes: [0x25, 0x50, 0x44, 0x46], message: 'Ce fichier est un PDF' },
];
const ADVICE = 'ouvrez-le dans un tableur et enregistrez-le au format CSV (séparateur point-virgule).';

/** Reads the file once: a binary file in disguise has a fingerprint too. @throws DomainError `unreadable_file`. */
export async function identifyFile(path: string): Promise<FileIdentity> {
  const hash = createHash('sha256');
  const strict = new TextDecoder('utf-8', { fatal: true });
  let validUtf8 = true;
  let head: Buffer | null = null;
  try {
    for await (const chunk of createReadStream(path) as AsyncIterable<Buffer>) {
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
  const signature = SIGNATURES.find(({ bytes }) => bytes.every((byte, index) => head[index] === byte));
  if (signature) throw new DomainError('not_text', `${signature.message} : ${ADVICE}`, 422);
  if (head[0] === 0xff && head[1] === 0xfe) return 'utf-16le';
  if (head.includes(0)) throw new DomainError('not_text', `Ce fichier n’est pas du texte : ${ADVICE}`, 422);
  if (/^\ufeff?\s*<(!doctype|html|\?xml|table)/i.test(head.subarray(0, 200).toString('utf8'))) {
    throw new DomainError('not_text', `Ce fichier est une page HTML ou XML, pas un tableau : ${ADVICE}`, 422);
  }
  if (!validUtf8) return 'windows-1252';
  return head[0] === 0xef && head[1] === 0xbb && head[2] === 0xbf ? 'utf-8-bom' : 'utf-8';
}

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
