import type { ReadFile, ReadTable, TableRow } from '../reading/reading.types.js';
import { blocksOf } from './blocks.rules.js';
import { guessHeader } from './guessed-header.rules.js';
import { cellText, columnAt, columnsOf, isOneOf } from './header-names.rules.js';
import { normaliseForSearch } from '../../kernel/french-text.rules.js';
import type { ImportProfile, Names } from './import-profile.types.js';
import { isPersonal } from './personal-columns.rules.js';

/** Rows under one header, and which of their columns are about people. */
export interface PersonalRegion {
  rows: readonly TableRow[];
  columns: readonly { index: number; header: string }[];
}

/** The personal columns of every table of a file, whether the profile reads it or not. */
export function personalRegions(file: ReadFile, profile: ImportProfile | null): PersonalRegion[] {
  return file.tables.flatMap((table) =>
    regionsOf(table, file, profile).map(({ header, rows }) => ({
      rows,
      columns: personalIn(header, rows, profile),
    })),
  );
}

/** The names of those columns, each once. */
export function personalHeaders(regions: readonly PersonalRegion[]): string[] {
  return [...new Set(regions.flatMap(({ columns }) => columns.map(({ header }) => header)))];
}

interface Region {
  header: TableRow;
  rows: readonly TableRow[];
}

function regionsOf(table: ReadTable, file: ReadFile, profile: ImportProfile | null): Region[] {
  const { blocks } = profile === null ? { blocks: [] } : blocksOf({ ...file, tables: [table] }, profile);
  const inBlocks = new Set(blocks.flatMap(({ header, rows }) => [header, ...rows]));
  const rest = table.rows.filter((row) => !inBlocks.has(row));
  const header = guessHeader(rest);
  if (header === null) return [...blocks];
  return [...blocks, { header, rows: rest.slice(rest.indexOf(header) + 1) }];
}

function personalIn(
  header: TableRow,
  rows: readonly TableRow[],
  profile: ImportProfile | null,
): { index: number; header: string }[] {
  const columns = columnsOf(header);
  const read = profile === null ? new Set<number>() : readColumns(columns, profile);
  // Columns beyond the header may hold people too: they have no name.
  const width = rows.reduce((most, { cells }) => Math.max(most, cells.length), header.cells.length);
  const harmless = profile?.harmless ?? null;
  const found: { index: number; header: string }[] = [];
  for (let index = 0; index < width; index += 1) {
    const name = cellText(header.cells[index]);
    const isListed = profile !== null && name !== '' && isOneOf(name, profile.personal);
    const isSuspect = harmless !== null && !isOneOf(name, harmless);
    if (isListed || (!read.has(index) && (isSuspect || isPersonal(name, index, rows)))) {
      found.push({ index, header: name });
    }
  }
  return found;
}

/** Where the columns stand that a profile reads: what they hold is figures, not people. */
function readColumns(columns: ReadonlyMap<string, number>, profile: ImportProfile): Set<number> {
  const { date, item, values, titles, counts, form, filters, channel, campaign, territory, note, prefix } =
    profile;
  const names: Names[] = [
    ...(date?.from === 'column' ? [date.columns] : []),
    ...(item?.columns ?? []),
    ...values.flatMap((value) => [value.columns, ...value.sumOf]),
    ...(titles === null ? [] : [titles.column]),
    ...(counts === null ? [] : [counts.status, counts.by]),
    ...(form === null ? [] : [form.code, form.name, form.unit, form.value, form.qualifier]),
    ...filters.map((filter) => filter.columns),
    ...(channel?.from === 'column' ? [channel.columns] : []),
    campaign,
    territory,
    note,
  ];
  const read = names.map((one) => columnAt(columns, one)).filter((index) => index !== null);
  if (profile.reading !== 'table') read.push(...columns.values());
  if (prefix !== null) {
    const start = normaliseForSearch(prefix);
    for (const [name, index] of columns) if (name.startsWith(start)) read.push(index);
  }
  return new Set(read);
}
