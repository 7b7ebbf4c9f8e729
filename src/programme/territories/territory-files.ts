import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';

const FOLDER = new URL('../../../reference/territories/', import.meta.url);

/** A département's code as it is written, and as its file is named: `46`, `2A`, `976`. */
const DEPARTEMENT = /^(?:\d{2,3}|2[AB])$/;

/** The list of départements that there is a file for. */
export const departementsFile = (): Promise<string> =>
  readFile(fileURLToPath(new URL('departements.tsv', FOLDER)), 'utf8');

/** The territories of a département; null when there is none of that code. */
export async function departementFile(code: string): Promise<string | null> {
  if (!DEPARTEMENT.test(code)) return null;
  return readFile(fileURLToPath(new URL(`${code.toLowerCase()}.tsv`, FOLDER)), 'utf8').catch(() => null);
}
