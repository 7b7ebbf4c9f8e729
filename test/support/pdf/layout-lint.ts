import { execFile } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { withFile } from './temporary-file.js';

const SCRIPT = fileURLToPath(new URL('./read-layout.mjs', import.meta.url));

/** Texts that overlap, leave the margins or are too small; empty when the pages are sound. */
export async function lintLayout(bytes: Uint8Array): Promise<string[]> {
  return withFile(bytes, async (path) => {
    const { stdout } = await promisify(execFile)(process.execPath, [SCRIPT, path], { maxBuffer: 2 ** 26 });
    return JSON.parse(stdout) as string[];
  });
}
