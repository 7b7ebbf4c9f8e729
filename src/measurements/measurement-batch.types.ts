import type { Part } from './measurement-part.rules.js';
import type { SubsetRelations } from './measurement-subset.rules.js';
import type { CheckedMeasurement, MeasurementKey } from './measurement.rules.js';
import type { MeasurementContent, MeasurementStatus, RejectedMeasurement } from './measurement.types.js';
import type { DatedExercice } from '../programme/exercice.rules.js';

/** What the database holds under a key: its newest version, unless the one that stands was asked for. */
export interface StoredMeasurement {
  id: number;
  version: number;
  /** Number of the version that stands, 0 when none does, and where it counts. */
  standing: number;
  part: Part;
  content: MeasurementContent;
}

/** A checked input with the line it came from. */
export interface BatchItem {
  line: number;
  checked: CheckedMeasurement;
}

/** A version to write, with why it replaces the one before when that is said of it alone. */
export interface PlannedVersion extends MeasurementContent {
  reason?: string | null;
  /** Line of the input that it comes from. */
  line?: number;
  /** When what it says was first recorded, for a version that puts back what stood before. */
  recordedAt?: string;
}

/** A key to which the batch adds versions, in order. */
export interface PlannedMeasurement {
  indicator: string;
  key: MeasurementKey;
  naturalKey: string;
  /** Null when the batch creates it. */
  stored: StoredMeasurement | null;
  /** New versions, oldest first: usually one. */
  versions: PlannedVersion[];
}

/** Everything a batch would do, decided before anything is written. */
export interface BatchPlan {
  created: number;
  updated: number;
  unchanged: number;
  rejected: RejectedMeasurement[];
  planned: PlannedMeasurement[];
}

/** How a batch is taken. */
export interface BatchRules {
  /** Status of the inputs that do not say theirs. */
  defaultStatus: MeasurementStatus;
  relations: SubsetRelations;
  /** Exercices of which no figure changes any more. */
  sealed: readonly DatedExercice[];
  /** Whether a « dont » that certainly exceeds its total is refused, or kept for somebody to look at. */
  subsets: 'refuse' | 'keep';
}
