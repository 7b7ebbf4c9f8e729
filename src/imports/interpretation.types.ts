import type { Absence, Marking, Quantity } from '../kernel/figure.types.js';
import type { IsoDate } from '../kernel/period.types.js';
import type { Aggregation, ChainLevel, Nature } from '../indicators/indicator.types.js';
import type { MeasurementStatus } from '../measurements/measurement.types.js';
import type { TargetDefinition } from '../targets/target.types.js';
import type { ImportQuestion, RejectedCell } from './import.types.js';
import type { ReadFile } from './reading/reading.types.js';
import type { IndicatorScale } from './standard/standard-row.rules.js';

/** Where a figure stands, apart from its period: codes. */
export interface Slice {
  campaign: string | null;
  territory: string | null;
  channel: string | null;
  organisation: string | null;
}

/** What one cell, or one count of rows, says of an indicator in a period. */
export interface Observation extends Slice {
  /** 1-based line of the file where it stands, the first of them for a count. */
  line: number;
  /**
   * What it is told of within its source (a post, a delivery, a counter's tap), by a key that a later export repeats: the
   * newest word on an item replaces the one before, and items of one slice and period add up, across files. Null: the file
   * says the whole of its slices and periods, and its rows add up.
   */
  item: string | null;
  indicator: string;
  periodStart: IsoDate;
  periodEnd: IsoDate;
  /** In the indicator's smallest unit; null when absent. */
  quantity: Quantity | null;
  absence: Absence | null;
  note: string | null;
  /** What the file itself says of its status, source or marking; undefined where it does not. */
  status?: MeasurementStatus;
  source?: string | null;
  marking?: Marking;
}

/** A target or a baseline of a standard file, with its line. */
export interface TargetObservation {
  line: number;
  definition: TargetDefinition;
}

/** What is needed to create an indicator that a file brings, once somebody agrees. */
export interface IndicatorSketch {
  code: string;
  name: string;
  /** « vue », « vues »: what one unit and several are called after a number. */
  labelOne: string;
  labelOther: string;
  elision: boolean;
  unit: string;
  symbol: string | null;
  decimals: number;
  signed: boolean;
  nature: Nature;
  aggregation: { time: Aggregation; territory: Aggregation; channel: Aggregation };
  chainLevel: ChainLevel;
  /** Codes of the terms of a rate. */
  numerator: string | null;
  denominator: string | null;
  factor: number;
  definition: string | null;
}

/** A column that is not taken in, and why, in words: « non cumulable : une même personne peut être comptée plusieurs fois ». */
export interface IgnoredColumn {
  column: string;
  reason: string;
}

/** One column of a file that nothing recognised, for whoever must say what it is. */
export interface ColumnGlimpse {
  /** From 0. */
  index: number;
  header: string;
  /** The first cells that hold something; none of a column that seems personal. */
  examples: readonly string[];
  /** What it seems to be. */
  guess: 'date' | 'value' | 'item' | 'territory' | 'channel' | 'note' | null;
  isPersonal: boolean;
  /** The most decimals that its first numbers have. */
  decimals: number;
}

/** The table of a file that no profile recognises, as the assistant shows it. */
export interface TableGlimpse {
  sheet: string | null;
  headerLine: number;
  columns: readonly ColumnGlimpse[];
  /** Rows under the header. */
  rows: number;
  /** Lines that look like totals. */
  totalLines: readonly number[];
}

/** A column of numbers, and what it counts. */
export interface ValueChoice {
  column: string;
  /** Its code. */
  indicator: string;
  /** What it is, where it does not exist yet. */
  sketch?: IndicatorSketch;
}

/** Which column is what, as somebody said in the assistant or a learned profile remembers; by their headers. */
export interface ColumnChoices {
  /** Null: no column says it, and whoever imports says the period of the file. */
  date: string | null;
  values: readonly ValueChoice[];
  item: string | null;
  territory: string | null;
  channel: string | null;
  note: string | null;
  leaveTotalsOut: boolean;
  grain: 'day' | 'month';
}

/** What somebody answered about a file; nothing of what they were not asked. */
export interface ReadingAnswers {
  /** Identifier of the profile to read it with. */
  profile?: string;
  columns?: ColumnChoices;
  /** Which came first in `03/06`. */
  dateOrder?: 'day_first' | 'month_first';
  /** What `130.000` is. */
  point?: 'decimal' | 'thousands';
  /** The period of a file that says no date: `2020-06`, `2020-06-01/2020-06-30`. */
  period?: string;
  /** What becomes of figures that are there and that a flow says otherwise. */
  conflicts?: 'keep' | 'replace';
  /** The operation, territory, channel or organisation of the whole file, where it does not say its own; an empty operation is none. */
  campaign?: string;
  territory?: string;
  channel?: string;
  organisation?: string;
}

/** What reading needs to know of this installation. */
export interface InterpretationContext {
  /** Code of the programme; null where none is installed yet. */
  programme: string | null;
  /** Every indicator that exists. */
  scales: readonly IndicatorScale[];
  /** Names by which files call territories and channels: codes and names. */
  territories: readonly { code: string; name: string }[];
  channels: readonly { code: string; label: string }[];
  /** Names that partners bear in files; undefined where none is needed. */
  organisations?: readonly { code: string; name: string }[];
  answers: ReadingAnswers;
}

/** What a file says, before it is compared with what is there. */
export interface Interpretation {
  /** Null when nothing recognised it: `glimpse` then shows its table. */
  profile: { id: string; name: string; recognition: 'sure' | 'supposed' | 'chosen' } | null;
  rowsRead: number;
  rowsLeftOut: { reason: string; count: number }[];
  /** Headers of the columns about people: nothing of them is kept. */
  personalColumns: string[];
  ignoredColumns: IgnoredColumn[];
  /** How days are written in it; null when no day is read from it. */
  dateForm: 'iso' | 'day_first' | 'month_first' | 'words' | null;
  observations: Observation[];
  /**
   * Several observations without an item that say the same slice and period: true, they add up (deliveries, counts); false,
   * each replaces the one before, as the rows of a standard file do.
   */
  rowsAddUp: boolean;
  targets: TargetObservation[];
  /** Of the observations' indicators, what the profile knows of each: to create those that are unknown. */
  sketches: IndicatorSketch[];
  /** Channels that the profile speaks of, which may not exist yet. */
  channels: { code: string; label: string }[];
  /** Text kept as the source of the measurements: « Export Meta Business Suite ». */
  source: string | null;
  /** The file says no operation, and its figures may well be of one. */
  asksCampaign?: boolean;
  /** The items of a snapshot are replaced by a later export; a flow that says otherwise is in conflict. */
  kind: 'snapshot' | 'flow';
  rejected: RejectedCell[];
  questions: ImportQuestion[];
  glimpse: TableGlimpse | null;
}

/** A file as it may be kept until somebody decides: nothing about people is in it any more. */
export interface KeptFile {
  file: ReadFile;
  /** Headers of the columns that were emptied. */
  personalColumns: string[];
}
