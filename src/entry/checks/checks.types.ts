import type { MeasurementStatus } from '../../measurements/measurement.types.js';
import type { Indicator } from '../../indicators/indicator.types.js';
import type { Marking, Quantity } from '../../kernel/figure.types.js';
import type { ClosedPeriod, Period } from '../../kernel/period.types.js';
import type { Slice } from '../plan/collection-line.types.js';

/** What may surprise in a figure. */
export const CHECK_CODES = [
  'unusual',
  'wrong_unit',
  'zero_unusual',
  'part_above_total',
  'step_above_before',
  'falling_total',
  'same_elsewhere',
  'already_declared',
  'outside_campaign',
  'in_future',
] as const;
export type CheckCode = (typeof CHECK_CODES)[number];

/** Something that surprises, explained: it asks, and never forbids. */
export interface Doubt {
  code: CheckCode;
  /** Plain French text, one or two sentences. */
  message: string;
}

/** Why the figure is right all the same; it holds as long as the figure says the same. */
export interface Confirmation {
  reason: string;
  /** `person:12`, `coupon:3`. */
  signature: string;
  /** In words: « Marie Dupont ». */
  author: string;
  /** ISO instant, UTC. */
  when: string;
}

/** A doubt as people are shown it. */
export interface Warning extends Doubt {
  /** Null while nobody explained it. */
  confirmation: Confirmation | null;
}

/** What the newest version of a measurement says, with where and when. */
export interface SaidFigure extends Slice, ClosedPeriod {
  id: number;
  /** Null when absent. */
  quantity: Quantity | null;
  status: MeasurementStatus;
  marking: Marking;
}

/** What the checks must know of an indicator. */
export type CheckedIndicator = Pick<
  Indicator,
  | 'code'
  | 'shortName'
  | 'wording'
  | 'nature'
  | 'aggregationTime'
  | 'subsetOf'
  | 'chainAfter'
  | 'restartsOn'
  | 'costKind'
>;

/** What the checks must know of an operation. */
export interface CheckedCampaign {
  code: string;
  name: string;
  period: Period;
  /** « en janvier 2020 ». */
  periodTextIn: string;
}

/** All that stands around a figure when it is looked at. */
export interface Surroundings {
  today: string;
  indicators: ReadonlyMap<string, CheckedIndicator>;
  campaigns: ReadonlyMap<string, CheckedCampaign>;
  /** First days of new definitions, by indicator. */
  breaks: ReadonlyMap<string, readonly string[]>;
  /** Other figures by slice (`sliceText`), in the order of their ends. */
  bySlice: ReadonlyMap<string, readonly SaidFigure[]>;
  /** Other figures of the same indicator and days, by `spanText`. */
  bySpan: ReadonlyMap<string, readonly SaidFigure[]>;
}
