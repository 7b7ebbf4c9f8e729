import type { SaidVersion } from '../measurements/measurement-answer.types.js';
import type { MeasurementFact } from '../measurements/measurement.types.js';
import type { IndicatorRule } from './figure-input.types.js';
import type { Figure, FIGURE_ISSUES } from './figures.types.js';

/** Why a measurement of a figure's days is not counted in it. */
export const ASIDE_REASONS = [
  'details_total',
  'longer_period',
  'overlapping',
  'newer_value',
  'told_otherwise',
  'withdrawn',
] as const;
export type AsideReason = (typeof ASIDE_REASONS)[number];

/** A measurement that was read to make a figure; `aside` is null when it counts. */
export interface TracedFact {
  fact: MeasurementFact;
  aside: AsideReason | null;
}

/** Something that was checked of a figure, and what it found in a French sentence. */
export interface FigureCheck {
  check: (typeof FIGURE_ISSUES)[number];
  passed: boolean;
  text: string;
}

/** A term with what it comes to: « 450 ». */
export interface TermText {
  name: string;
  text: string;
}

/** What a figure was chosen from, and on which of it it rests. */
export interface Explained {
  figure: Figure;
  indicator: IndicatorRule;
  /** What its exercice is called. */
  label: string;
  /** Numerator and denominator of a rate; null for what is not computed from terms. */
  terms: { above: TermText; below: TermText } | null;
  facts: readonly MeasurementFact[];
  counted: readonly MeasurementFact[];
  withdrawn: readonly MeasurementFact[];
}

/** A traced measurement as its reader may see it. */
export interface ShownFact extends TracedFact {
  /** The indicator it measures: a term, under a rate. */
  indicator: IndicatorRule;
  /** « retirée le 3 janvier 2021 : comptée deux fois ». */
  reason: string | null;
  /** Oldest first; the one that counts is `current`. */
  versions: SaidVersion[];
  current: SaidVersion;
}

/** Where a figure comes from. */
export interface FigureProvenance {
  figure: Figure;
  /** « Somme de 12 relevés mensuels. » */
  computation: string;
  checks: FigureCheck[];
  facts: ShownFact[];
  /** Measurements of this page that the reader may not see. */
  hidden: number;
  /** Where the next page starts; null on the last one. */
  next: string | null;
}
