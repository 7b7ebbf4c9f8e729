import type { DatedExercice } from '../programme/exercice.rules.js';
import type { SubsetRelations } from './measurement-subset.rules.js';
import type { MeasurementStatus } from './measurement.types.js';

/**
 * Checked measurements as one block of numbers, which a thread hands over without any copy, and the texts that they point
 * at.
 */
export interface PackedMeasurements {
  /** As many cells for each measurement as `CELLS` names, in the order of their lines. */
  cells: Float64Array<ArrayBuffer>;
  /** Their places in the order of the index of slices. */
  order: Uint32Array<ArrayBuffer>;
  /** In the order of their numbers. Each block has its own: a million notes are not held until the end of their file. */
  texts: string[];
  /** Each may be written without regard to the others, provided that nothing is stored under its key. */
  isPlain: boolean;
}

/** What decides whether a measurement depends on nothing but itself. */
export interface PackingRules {
  /** Status of the inputs that do not say theirs. */
  defaultStatus: MeasurementStatus;
  relations: SubsetRelations;
  /** Exercices of which no figure changes any more. */
  sealed: readonly DatedExercice[];
}

/** The members of a measurement in a block: numbers, identifiers (0 for none), days as 20201231, numbers of texts. */
const NAMES = [
  'line',
  'indicatorId',
  'campaignId',
  'territoryId',
  'channel',
  'organisationId',
  'periodStart',
  'periodEnd',
  'value',
  'valueMax',
  'qualifier',
  'absence',
  'status',
  'marking',
  'precision',
  'source',
  'note',
  'internalNote',
  'said',
  'part',
] as const;
export type CellName = (typeof NAMES)[number];
export const CELLS = Object.fromEntries(NAMES.map((name, place) => [name, place])) as Record<
  CellName,
  number
>;
export const WIDTH = NAMES.length;

/** Number of a text that is not there. */
export const NO_TEXT = -1;

/** Members that an input may leave unsaid, by their bit of the cell `said`. */
export const SAYABLE = ['status', 'marking', 'precision', 'source', 'note', 'internalNote'] as const;
