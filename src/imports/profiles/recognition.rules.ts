import { normaliseForSearch } from '../../kernel/french-text.rules.js';
import type { ReadFile, ReadTable, TableRow } from '../reading/reading.types.js';
import { cellText, columnAt, columnsOf, isOneOf, type Columns } from './header-names.rules.js';
import type { ImportProfile, Names } from './import-profile.types.js';

/** Notes and titles may stand above a header; further down, a row like it is something else. */
export const HEADER_WITHIN = 15;

/** How well a profile fits a file. */
interface Fit {
  profile: ImportProfile;
  /** Headers of the longest signature that the file has. */
  signature: number;
  /** Columns of the file that the profile knows. */
  known: number;
}

/** Names as they are compared, made once for each profile: recognition looks at many rows. */
const normalised = new WeakMap<ImportProfile, string[][]>();

function signaturesOf(profile: ImportProfile): string[][] {
  const known = normalised.get(profile);
  if (known !== undefined) return known;
  const made = profile.signatures.map((names) => names.map(normaliseForSearch));
  normalised.set(profile, made);
  return made;
}

/** The number of headers of the longest signature that a header has in full; 0 when it is none of the profile's. */
export function signatureIn(columns: Columns, profile: ImportProfile): number {
  let longest = 0;
  for (const signature of signaturesOf(profile)) {
    if (signature.length > longest && signature.every((name) => columns.has(name)))
      longest = signature.length;
  }
  return longest;
}

export const isComment = (row: TableRow, prefix: string | null): boolean =>
  prefix !== null && cellText(row.cells[0]).startsWith(prefix);

/** Whether a profile looks at a table: sheets are chosen by name where it names some. */
export const looksAt = (profile: ImportProfile, table: ReadTable): boolean =>
  profile.sheets.length === 0 || table.name === null || isOneOf(table.name, profile.sheets);

/** The first header of a table that is the profile's, comments not counted among the first rows. */
export function headerOf(
  table: ReadTable,
  profile: ImportProfile,
): { columns: Columns; signature: number } | null {
  let seen = 0;
  for (const row of table.rows) {
    if (isComment(row, profile.comment)) continue;
    if (seen >= HEADER_WITHIN) return null;
    seen += 1;
    const columns = columnsOf(row);
    const signature = signatureIn(columns, profile);
    if (signature > 0) return { columns, signature };
  }
  return null;
}

function namesOf(profile: ImportProfile): Names[] {
  const { date, item, values, counts, form, ignored, personal } = profile;
  return [
    ...(date?.from === 'column' ? [date.columns] : []),
    ...(item?.columns ?? []),
    ...values.map((value) => value.columns),
    ...(counts === null ? [] : [counts.status, counts.by]),
    ...(form === null ? [] : [form.code, form.value]),
    ...ignored.map((column) => column.columns),
    ...personal.map((name) => [name]),
  ];
}

function fitOf(file: ReadFile, profile: ImportProfile): Fit | null {
  let best: Fit | null = null;
  for (const table of file.tables) {
    if (!looksAt(profile, table)) continue;
    const header = headerOf(table, profile);
    if (header === null) continue;
    const known = namesOf(profile).filter((names) => columnAt(header.columns, names) !== null).length;
    if (best === null || header.signature > best.signature) {
      best = { profile, signature: header.signature, known };
    }
  }
  return best;
}

/** The profiles that recognise a file: sure before supposed, then the one that asks for more of its headers. */
export function candidates(file: ReadFile, profiles: readonly ImportProfile[]): ImportProfile[] {
  const fits = profiles.map((profile) => fitOf(file, profile)).filter((fit) => fit !== null);
  fits.sort(
    (one, other) =>
      Number(one.profile.supposed) - Number(other.profile.supposed) ||
      other.signature - one.signature ||
      other.known - one.known ||
      (one.profile.id < other.profile.id ? -1 : 1),
  );
  return fits.map((fit) => fit.profile);
}
