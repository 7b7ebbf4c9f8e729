import type { ScopeLimits } from '../../../accounts/account.types.js';
import type { MeasurementStatus, MeasurementVocabulary } from '../../../measurements/measurement.types.js';
import type { PackedMeasurements } from '../../../measurements/packed-measurements.types.js';
import type { DatedExercice } from '../../../programme/exercice.rules.js';
import type { TargetDefinition } from '../../../targets/target.types.js';
import type { Scaled } from '../indicator-scales.rules.js';
import type { Encoding, ImportQuestion, ImportTotal, RejectedCell } from '../../import.types.js';

/** A standard file on the disk, and all that its rows are checked with. */
export interface FileToCheck {
  path: string;
  encoding: Encoding;
  /** Code of the programme; null where none is installed yet. */
  programme: string | null;
  indicators: readonly Scaled[];
  vocabulary: MeasurementVocabulary;
  /** Exercices of which no figure changes any more. */
  sealed: readonly DatedExercice[];
  limits: ScopeLimits;
  defaultStatus: MeasurementStatus;
}

export interface TargetOfLine {
  line: number;
  definition: TargetDefinition;
}

/** Some thousand rows of a file, read and checked. */
export interface StandardBlock {
  rowsRead: number;
  /** Rows left out, by why. */
  leftOut: ReadonlyMap<string, number>;
  rejected: RejectedCell[];
  questions: ImportQuestion[];
  targets: TargetOfLine[];
  measurements: PackedMeasurements;
  /** The file is not a standard one after all. */
  isUnknown: boolean;
  /** What the whole file says by indicator and month; the last block alone has it. */
  totals: ImportTotal[];
}

/** A file to read, or the next block of the one under way. */
export type BlockRequest = { kind: 'open'; file: FileToCheck } | { kind: 'next' };

export type BlockAnswer =
  { kind: 'block'; block: StandardBlock } | { kind: 'end' } | { kind: 'failed'; reason: string };
