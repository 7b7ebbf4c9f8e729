import type { InterpretationContext } from '../../src/imports/interpretation.types.js';
import { interpret } from '../../src/imports/profiles/interpret.rules.js';
import { builtInProfiles } from '../../src/imports/profiles/profile-files.js';
import type { Cell, ReadFile } from '../../src/imports/reading/reading.types.js';

/** A CSV as reading gives it, line 1 first. */
export function csvFile(rows: readonly (readonly Cell[])[], separator = ';'): ReadFile {
  const numbered = rows.map((cells, index) => ({ line: index + 1, cells }));
  return { kind: 'csv', encoding: 'utf-8', separator, entry: null, tables: [{ name: null, rows: numbered }] };
}

/** An installation that knows one territory, one channel and one indicator. */
export const INSTALLATION: InterpretationContext = {
  programme: 'OML',
  scales: [{ code: 'VISITEURS_STAND', decimals: 0, symbol: null, isContext: false, adds: true }],
  territories: [{ code: 'D46', name: 'Lot' }],
  channels: [{ code: 'facebook', label: 'Facebook' }],
  organisations: [{ code: 'CCI46', name: 'CCI du Lot' }],
  answers: {},
};

/** What a file says with the profiles that come with Copil. */
export const interpreted = (file: ReadFile, context: Partial<InterpretationContext> = {}) =>
  interpret(file, builtInProfiles(), { ...INSTALLATION, ...context });
