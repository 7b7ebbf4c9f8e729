import type { InterpretationContext, KeptFile } from '../interpretation.types.js';
import type { ReadFile, TableRow } from '../reading/reading.types.js';
import type { ImportProfile } from './import-profile.types.js';
import { personalHeaders, personalRegions } from './personal-regions.rules.js';
import { chooseProfile } from './profile-choice.rules.js';

/** The file with the columns about people emptied, headers kept: the only form in which it may be stored. */
export function withoutPersonalColumns(
  file: ReadFile,
  profiles: readonly ImportProfile[],
  context: InterpretationContext,
): KeptFile {
  const choice = chooseProfile(file, profiles, context.answers);
  const regions = personalRegions(file, choice.profile);
  const emptied = new Map<TableRow, Set<number>>();
  for (const { rows, columns } of regions) {
    if (columns.length === 0) continue;
    const indexes = new Set(columns.map(({ index }) => index));
    for (const row of rows) emptied.set(row, indexes);
  }
  const tables = file.tables.map((table) => ({
    ...table,
    rows: table.rows.map((row) => {
      const indexes = emptied.get(row);
      if (indexes === undefined) return row;
      return { ...row, cells: row.cells.map((cell, index) => (indexes.has(index) ? '' : cell)) };
    }),
  }));
  return { file: { ...file, tables }, personalColumns: personalHeaders(regions) };
}
