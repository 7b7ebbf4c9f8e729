import { readArchive } from './read-archive.js';
import { signatureOf } from './file-signature.rules.js';
import { readText } from './read-text.js';
import { ReadingRefused } from './reading-refusals.rules.js';
import type { FileReading, ReadFile, ReadingLimits } from './reading.types.js';

/** Reads a file into tables of cells by what its bytes are, within budgets; says why when it does not. */
export async function readFile(bytes: Uint8Array, limits: ReadingLimits): Promise<FileReading> {
  try {
    return { ok: true, file: await readWhole(bytes, limits) };
  } catch (error) {
    if (error instanceof ReadingRefused) return { ok: false, refusal: error.refusal };
    throw error;
  }
}

async function readWhole(bytes: Uint8Array, limits: ReadingLimits): Promise<ReadFile> {
  return signatureOf(bytes) === 'zip' ? readArchive(bytes, limits) : readText(bytes, limits);
}
