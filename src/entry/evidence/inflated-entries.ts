import { promisify } from 'node:util';
import { inflateRaw } from 'node:zlib';
import { ZIP_BUDGET, type ZipEntry, type ZipProblem } from './zip-directory.rules.js';

const inflate = promisify(inflateRaw);

/**
 * Inflates each file of an archive to see that it is what it announces, and no more: an archive may lie, and would then
 * fill the memory of whoever opens it. Nothing is kept. @returns what is wrong, null when nothing is
 */
export async function archiveProblem(
  bytes: Buffer,
  entries: readonly ZipEntry[],
): Promise<ZipProblem | null> {
  let left = ZIP_BUDGET.bytes;
  for (const { method, start, compressedSize, size } of entries) {
    const packed = bytes.subarray(start, start + compressedSize);
    const length = method === 0 ? packed.length : await inflatedLength(packed, Math.min(size, left));
    if (length === null || length !== size) return length === null && size > 0 ? 'too_large' : 'broken';
    left -= length;
  }
  return null;
}

/** How many bytes come out, at most so many; null for more, or for what cannot be inflated. */
async function inflatedLength(packed: Buffer, most: number): Promise<number | null> {
  try {
    // One more than announced tells a lie without inflating it.
    return (await inflate(packed, { maxOutputLength: most + 1 })).length;
  } catch {
    return null;
  }
}
