import type { IndicatorRule } from './figure-input.types.js';
import type { EmptyReason, SeriesPoint } from './figures.types.js';
import type { Amount } from '../kernel/figure.types.js';
import type { ClosedPeriod, IsoDate } from '../kernel/period.types.js';
import type { MeasurementFact } from '../measurements/measurement.types.js';

export const GRAINS = ['day', 'month', 'year'] as const;
export type Grain = (typeof GRAINS)[number];

export const SERIES_DIMENSIONS = ['campaign', 'territory', 'channel'] as const;
export type SeriesDimension = (typeof SERIES_DIMENSIONS)[number];

/** The days of one point, and its name: `2020-04-16`, `2020-04` or `2020` for an exercice. */
export interface SeriesSpan extends ClosedPeriod {
  period: string;
}

/** A point with why it has no amount. */
export interface SpannedPoint extends SeriesPoint {
  empty: EmptyReason | null;
  partial: { given: number; expected: number } | null;
  /** What a running total brought in the point, when it was asked; null when it is not known. */
  flow?: { amount: Amount; text: string } | null;
}

/** The points of one slice, or of the whole when `slice` is null. */
export interface SeriesLine {
  slice: { key: string; label: string } | null;
  points: SpannedPoint[];
}

/** What was given for a period longer than a point: it is never spread over points. */
export interface UndatedValue extends ClosedPeriod {
  point: SpannedPoint;
}

/** Everything that a series is made of: plain data, no database. */
export interface SeriesInput {
  indicator: IndicatorRule;
  /** Itself and the terms from which it is computed. */
  indicators: IndicatorRule[];
  today: IsoDate;
  grain: Grain;
  spans: readonly SeriesSpan[];
  /** The first day of the exercice that holds a day. */
  startOfExercice: (day: IsoDate) => IsoDate;
  /** Validated measurements that end from the first span on; earlier ones where the last known value stands or is subtracted. */
  facts: readonly MeasurementFact[];
  by: SeriesDimension | null;
  /** Differences of a running total are asked beside its values. */
  flow: boolean;
  /** Slices in their order, with their words. */
  labels: ReadonlyMap<string, string>;
}

export interface Series {
  lines: SeriesLine[];
  undated: UndatedValue[];
  /** What a reader must know of what these points do not say, in French sentences. */
  notes: string[];
}
