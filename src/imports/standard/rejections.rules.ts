import type { DomainError } from '../../kernel/domain-error.js';
import type { RejectedMeasurement } from '../../measurements/measurement.types.js';
import type { RejectedCell } from '../import.types.js';
import type { StandardColumn } from './standard-columns.rules.js';

/** A file with a million mistakes is told by its first ones. */
export const MOST_REJECTIONS = 1_000;
export const MOST_QUESTIONS = 100;

const COLUMN_OF: ReadonlyMap<string, StandardColumn> = new Map([
  ['indicator', 'code_indicateur'],
  ['campaign', 'code_operation'],
  ['territory', 'code_territoire'],
  ['channel', 'canal'],
  ['organisation', 'organisation'],
  ['periodStart', 'periode_debut'],
  ['periodEnd', 'periode_fin'],
  ['value', 'valeur'],
  ['valueMax', 'valeur_max'],
  ['qualifier', 'qualificatif'],
  ['absence', 'absence'],
  ['status', 'statut'],
  ['source', 'source'],
  ['note', 'commentaire'],
]);

/** Names the column of the file instead of the member of a measurement. */
export function rejectedCells(rejected: readonly RejectedMeasurement[]): RejectedCell[] {
  return rejected.map(({ line, path, code, message }) => ({
    line,
    column: COLUMN_OF.get(path) ?? '',
    code,
    message,
  }));
}

/** What a target's refusal means for its line of the file. */
export function targetCells(error: DomainError, line: number): RejectedCell[] {
  if (error.issues.length === 0) return [{ line, column: '', code: error.code, message: error.title }];
  return rejectedCells(error.issues.map((issue) => ({ ...issue, line })));
}
