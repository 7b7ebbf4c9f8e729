import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** Root of the project, whatever folder the command is typed in. */
export const ROOT = join(dirname(fileURLToPath(import.meta.url)), '..', '..');

/** Joins path segments to the root of the project. */
export const fromRoot = (...segments) => join(ROOT, ...segments);
