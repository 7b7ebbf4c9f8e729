import type { DatedExercice } from '../programme/exercice.rules.js';
import type { MeasurementVocabulary } from './measurement.types.js';

/** The words, and the exercices of which no figure changes any more. */
export interface KnownVocabulary extends MeasurementVocabulary {
  sealed: readonly DatedExercice[];
}
