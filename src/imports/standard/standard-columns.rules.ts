import { quote } from '../../kernel/decimal-string.rules.js';
import { joinList, normaliseForSearch } from '../../kernel/french-text.rules.js';
import type { RejectedCell } from '../import.types.js';

/** The columns of the standard file. The first five must be there, the others may be. */
export const STANDARD_COLUMNS = [
  'code_indicateur',
  'periode_debut',
  'periode_fin',
  'type_valeur',
  'valeur',
  'code_programme',
  'code_operation',
  'qualificatif',
  'statut',
  'source',
  'commentaire',
  'code_territoire',
  'canal',
  'organisation',
  'valeur_max',
  'absence',
] as const;
export type StandardColumn = (typeof STANDARD_COLUMNS)[number];

const REQUIRED: readonly StandardColumn[] = STANDARD_COLUMNS.slice(0, 5);
/** What makes a file a standard one, whatever else it holds. */
const SIGNATURE: readonly StandardColumn[] = ['code_indicateur', 'periode_debut', 'valeur'];

const isStandard = (name: string): name is StandardColumn =>
  STANDARD_COLUMNS.some((column) => column === name);

/** Told of a first line that cannot even be cut in cells: JSON, or a file separated by commas whose quotes tell so. */
export const UNREADABLE_HEADER = `La première ligne n’est pas l’en-tête du format standard : des colonnes séparées par des points-virgules, dont au moins ${joinList([...SIGNATURE])}.`;

export type HeaderReading =
  | { kind: 'columns'; columns: (StandardColumn | null)[] }
  | { kind: 'unknown_profile'; message: string }
  | { kind: 'refused'; rejected: RejectedCell[] };

/** Whether a first line, cut at its semicolons, is the header of a standard file. */
export function isStandardHeader(line: string): boolean {
  const names = line.split(';').map((cell) => normaliseForSearch(cell.replace(/^\ufeff?"?|"$/g, '')));
  return SIGNATURE.every((column) => names.includes(column));
}

/** Matches a header by name, in any order and case. Names are compared, never used as keys of objects. */
export function readHeader(cells: readonly string[], line: number): HeaderReading {
  const names = cells.map(normaliseForSearch);
  if (!SIGNATURE.every((column) => names.includes(column))) {
    return { kind: 'unknown_profile', message: unknownProfile(cells) };
  }
  const rejected: RejectedCell[] = [];
  const columns = names.map((name, index): StandardColumn | null => {
    if (isStandard(name)) {
      if (names.indexOf(name) !== index) rejected.push(duplicateColumn(line, name));
      return name;
    }
    // Spreadsheets leave empty columns behind the last one.
    if (name !== '') rejected.push(unknownColumn(line, cells[index] ?? ''));
    return null;
  });
  for (const column of REQUIRED) {
    if (!names.includes(column)) rejected.push(missingColumn(line, column));
  }
  return rejected.length > 0 ? { kind: 'refused', rejected } : { kind: 'columns', columns };
}

function duplicateColumn(line: number, column: string): RejectedCell {
  const message = `La colonne ${quote(column)} est là deux fois : gardez-en une.`;
  return { line, column, code: 'duplicate_column', message };
}

function unknownColumn(line: number, column: string): RejectedCell {
  const message = `Le format standard n’a pas de colonne ${quote(column)} : retirez-la ou corrigez son nom.`;
  return { line, column, code: 'unknown_column', message };
}

function missingColumn(line: number, column: string): RejectedCell {
  return { line, column, code: 'missing_column', message: `Il manque la colonne ${quote(column)}.` };
}

function unknownProfile(cells: readonly string[]): string {
  const [only = ''] = cells;
  const separator = /code_indicateur/i.test(only)
    ? only.includes('\t')
      ? 'une tabulation'
      : 'une virgule'
    : null;
  if (cells.length === 1 && separator !== null) {
    return `Les colonnes sont séparées par ${separator} : enregistrez ce fichier avec le point-virgule.`;
  }
  const found = cells.some((cell) => cell.trim() !== '')
    ? `trouvé ${quote(cells.join(';'))}`
    : 'ce fichier est vide';
  return `L’en-tête n’est pas celui du format standard, qui contient au moins ${joinList([...SIGNATURE])} (${found}).`;
}
