import { createHash } from 'node:crypto';
import { breathe } from '../platform/threads/breathe.js';

/** Taken in within a few milliseconds. */
const PIECE = 1 << 20;

/** The SHA-256 of a file's bytes, in hexadecimal; the server answers others meanwhile. */
export async function fingerprint(bytes: Uint8Array): Promise<string> {
  const hash = createHash('sha256');
  for (let start = 0; start < bytes.length; start += PIECE) {
    await breathe();
    hash.update(bytes.subarray(start, start + PIECE));
  }
  return hash.digest('hex');
}
