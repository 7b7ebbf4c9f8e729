import type { DataCaller } from '../accounts/account.types.js';
import { DomainError } from '../kernel/domain-error.js';
import type { IngestItems } from './ingest.types.js';
import type { ReviewMode } from './measurement-life.types.js';
import type { MeasurementInput, RejectedMeasurement } from './measurement.types.js';
import type { ShapeReading } from './measurements.schema.js';
import { statusIssue } from './writer-status.rules.js';

/** A file with a million mistakes is told by its first ones. */
export const MOST_REJECTIONS_TOLD = 1_000;

/** What a line may suffer before it says anything: the request is then malformed, not its figures. */
const MALFORMED = new Set(['invalid_json', 'repeated_member']);

/** Items that can be recorded, with the line of each, and those that cannot be read or may not be said. */
export interface ReadItems {
  inputs: MeasurementInput[];
  lines: number[];
  rejected: RejectedMeasurement[];
}

/** Sorts what was sent into what can be recorded and what is refused, as far as an item alone tells. */
export function readItems(
  shapes: readonly ShapeReading[],
  { lines: given, unread = [] }: Pick<IngestItems, 'lines' | 'unread'>,
  by: Pick<DataCaller, 'role'>,
  mode: ReviewMode,
): ReadItems {
  const inputs: MeasurementInput[] = [];
  const lines: number[] = [];
  const rejected = [...unread];
  for (const [index, reading] of shapes.entries()) {
    const line = given?.[index] ?? index + 1;
    if (!reading.ok) {
      for (const issue of reading.issues) rejected.push({ ...issue, line });
      continue;
    }
    const reserved = statusIssue(reading.input.status, by.role, mode);
    if (reserved !== null) {
      rejected.push({ ...reserved, line });
      continue;
    }
    inputs.push(reading.input);
    lines.push(line);
  }
  return { inputs, lines, rejected };
}

/** The refusal of a whole batch. The problem document has the members of a report, of which nothing was written. */
export function batchRefusal(rejected: RejectedMeasurement[], single: boolean): DomainError {
  const details = { created: 0, updated: 0, unchanged: 0, rejected: rejected.slice(0, MOST_REJECTIONS_TOLD) };
  const issues = details.rejected;
  const malformed = rejected.find(({ code }) => MALFORMED.has(code));
  if (malformed !== undefined) {
    return new DomainError(malformed.code, malformed.message, 400, issues, details);
  }
  const only = (code: string): boolean => rejected.every((one) => one.code === code);
  if (single && only('conflict')) {
    const title = 'Ce chiffre a changé entre-temps : rien n’a été enregistré.';
    return new DomainError('conflict', title, 409, issues, details);
  }
  if (only('out_of_scope')) {
    const title = 'Votre accès ne permet pas d’enregistrer ces chiffres : rien n’a été enregistré.';
    return new DomainError('out_of_scope', title, 403, issues, details);
  }
  const title = single
    ? 'Ce chiffre est à corriger : rien n’a été enregistré.'
    : 'Des chiffres sont à corriger : rien n’a été enregistré.';
  return new DomainError('measurements_rejected', title, 422, issues, details);
}
