import { joinList } from '../../kernel/french-text.rules.js';
import { quote } from '../../kernel/decimal-string.rules.js';
import { Archive, type InflatingBudget } from './archive.js';
import { officeDocument, tablesAmong } from './archive-choice.rules.js';
import { refuseDocument, signatureOf } from './file-signature.rules.js';
import { readText } from './read-text.js';
import { refuse } from './reading-refusals.rules.js';
import type { ReadFile, ReadingLimits } from './reading.types.js';
import { readWorkbook } from './workbook/read-workbook.js';

const MOST_NAMES = 5;

/** Reads a workbook, or the only table of an archive. @throws ReadingRefused */
export async function readArchive(bytes: Uint8Array, limits: ReadingLimits): Promise<ReadFile> {
  const budget: InflatingBudget = { bytes: limits.inflatedBytes };
  const archive = await Archive.open(bytes, limits, budget);
  try {
    if (isWorkbook(archive)) return await readWorkbook(archive, limits);
    const name = await tableOf(archive);
    const content = await archive.bytes(name);
    const file =
      signatureOf(content) === 'zip' ? await readInner(content, limits, budget) : readText(content, limits);
    return { ...file, entry: name };
  } finally {
    archive.close();
  }
}

const isWorkbook = (archive: Archive): boolean =>
  archive.has('[Content_Types].xml') && archive.has('xl/workbook.xml');

/** A workbook within an archive; no archive is opened within another. */
async function readInner(
  bytes: Uint8Array,
  limits: ReadingLimits,
  budget: InflatingBudget,
): Promise<ReadFile> {
  const archive = await Archive.open(bytes, limits, budget);
  try {
    if (isWorkbook(archive)) return await readWorkbook(archive, limits);
    return refuse(
      'unreadable_archive',
      'Cette archive en contient une autre : décompressez-la et déposez le tableau qu’elle contient.',
    );
  } finally {
    archive.close();
  }
}

async function tableOf(archive: Archive): Promise<string> {
  const document = officeDocument((name) => archive.has(name));
  if (document !== null) refuseDocument(document);
  let found = tablesAmong(archive.names);
  if (found.length > 1) {
    const leading = await withTotalFirst(archive, found);
    if (leading.length === 1) found = leading;
  }
  const [name, ...others] = found;
  if (name !== undefined && others.length === 0) return name;
  if (name === undefined) {
    refuse(
      'unreadable_archive',
      'Cette archive ne contient aucun tableau (CSV, XLSX ou JSON) : déposez le tableau lui-même.',
    );
  }
  const names = found.slice(0, MOST_NAMES).map((one) => quote(one));
  const more = found.length > MOST_NAMES ? [`${found.length - MOST_NAMES} autres`] : [];
  refuse(
    'several_tables',
    `Cette archive contient plusieurs tableaux (${joinList([...names, ...more])}) : déposez celui que vous voulez importer.`,
  );
}

/** Those whose first row under the header is the total, as the table of YouTube Studio under any name. */
async function withTotalFirst(archive: Archive, names: readonly string[]): Promise<string[]> {
  const found: string[] = [];
  for (const name of names.filter((one) => /\.csv$/i.test(one))) {
    const head = Buffer.from(await archive.bytes(name)).toString('utf8', 0, 10_000);
    if (/^[^\n]*\n"?Total"?[,;\t]/.test(head)) found.push(name);
  }
  return found;
}
