import type { ScopeLimits } from '../accounts/account.types.js';
import type { InputIssue } from '../kernel/domain-error.js';
import type { Absence, Marking, Qualifier, Quantity } from '../kernel/figure.types.js';
import type { IsoDate, Precision } from '../kernel/period.types.js';

export const MEASUREMENT_STATUSES = ['draft', 'submitted', 'returned', 'validated', 'withdrawn'] as const;
export type MeasurementStatus = (typeof MEASUREMENT_STATUSES)[number];

/** A measurement's newest version with its key resolved to codes: what figures are computed from. */
export interface MeasurementFact {
  id: number;
  version: number;
  indicator: string;
  campaign: string | null;
  territory: string | null;
  channel: string | null;
  organisation: string | null;
  periodStart: IsoDate;
  periodEnd: IsoDate;
  precision: Precision;
  /** In the indicator's smallest unit; null when absent. */
  quantity: Quantity | null;
  absence: Absence | null;
  status: MeasurementStatus;
  marking: Marking;
  source: string | null;
  note: string | null;
  recordedAt: string;
  /** What it adds up, when it is a sum of measurements; it then has no number of its own (`id` below 0). */
  summed?: SummedUp;
}

/** What a sum of measurements tells of them. */
export interface SummedUp {
  measurements: number;
  /** Each at least once. */
  sources: readonly string[];
  /** The first and the last day on which one of them ends. */
  ends: readonly [IsoDate, IsoDate];
  /** How it comes in parts; null when all of them are of the fact's own slice. */
  parts: SummedParts | null;
}

/** The same measurements added up along a cut. */
export interface SummedParts {
  /** Codes told of each dimension, none of one that they do not fill. */
  members: Readonly<Record<'territory' | 'channel' | 'organisation', readonly string[]>>;
  /** Made when somebody asks. */
  along(cut: 'territory' | 'channel' | 'organisation' | 'month'): readonly MeasurementFact[];
}

/** A measurement as given by the API, a file or a data set: codes and text, not yet checked against what exists. */
export interface MeasurementInput {
  indicator: string;
  campaign?: string | null;
  territory?: string | null;
  channel?: string | null;
  organisation?: string | null;
  periodStart: IsoDate;
  periodEnd: IsoDate;
  /** JSON number or plain decimal string, in the indicator's unit. */
  value?: number | string | null;
  valueMax?: number | string | null;
  qualifier?: Qualifier;
  absence?: Absence | null;
  status?: MeasurementStatus;
  marking?: Marking;
  precision?: Precision;
  source?: string | null;
  note?: string | null;
  internalNote?: string | null;
  /** Optimistic lock: refused with `conflict` when the current version is another. */
  version?: number;
  /** Why it replaces what was said before; that of the batch when not given. */
  reason?: string | null;
}

/** One input refused: where it stood, which member is wrong, what was found and what to write. */
export interface RejectedMeasurement extends InputIssue {
  line: number;
}

/** What became of a batch. */
export interface MeasurementsReport {
  created: number;
  updated: number;
  unchanged: number;
  rejected: RejectedMeasurement[];
  /** How many there are in all, when `rejected` tells the first of them only. */
  rejectedCount?: number;
}

/** Who gives a batch, when, and how it is taken. */
export interface RecordingContext {
  /** `data-set:oh-my-lot-2020`, `token:Stand`, `import:fichier.csv`. */
  recordedBy: string;
  /** ISO instant; now when not given. Data sets give their own, so that two loads are equal. */
  recordedAt?: string;
  /** Status of the inputs that do not say theirs. */
  defaultStatus: MeasurementStatus;
  /** Why these versions replace those before, when their inputs do not say it themselves. */
  reason?: string | null;
  /** A « dont » that certainly exceeds its total is refused, unless `keep`: somebody will look at it. */
  subsets?: 'refuse' | 'keep';
  /** The rows that whoever gives it may write; all of them when not given. */
  limits?: ScopeLimits;
  /** False: one refusal and nothing is written. True: the rest is. */
  partial: boolean;
  /** Line of each input in its file; 1, 2, 3… when not given. */
  lines?: number[];
  /** Told of the new measurements that detail a total declared before them: nothing is replaced silently. */
  onPartsUnderTotal?: (found: PartsUnderTotal[]) => void;
  /** Told of each version once it is written, in order. */
  onRecorded?: (versions: RecordedVersion[]) => void;
}

/** A version that a batch wrote. */
export interface RecordedVersion {
  /** Line of the input that it comes from. */
  line: number;
  id: number;
  version: number;
  /** What the version before said; null for a first one. */
  before: MeasurementContent | null;
  after: MeasurementContent;
}

/** New measurements that stand under one declared total: kept as its breakdown, never added to it once it counts. */
export interface PartsUnderTotal {
  /** Identifier of the measurement that declares the total. */
  totalId: number;
  indicator: string;
  periodStart: IsoDate;
  periodEnd: IsoDate;
  /** The declared total, in the indicator's smallest unit. */
  total: Quantity;
  /** It is yet to be validated: until then, its parts count. */
  waits: boolean;
  /** How many of them there are in this batch. */
  parts: number;
}

/** What a version may be to stand; the others wait to be decided. */
export type StandingStatus = Extract<MeasurementStatus, 'validated' | 'withdrawn'>;

/** Which facts are asked for. Bounds are days and speak of the period's end, which decides the exercice. */
export interface FactsQuery {
  from?: IsoDate;
  to?: IsoDate;
  /** Codes; all of them when not given. */
  indicators?: readonly string[];
  campaign?: string;
  /** Validated ones when not given. */
  statuses?: readonly StandingStatus[];
  /** Indicators whose measurements may come added up by campaign, where that changes no total. */
  summed?: readonly string[];
}

/** What a version says, apart from its key, its number and its author. */
export interface MeasurementContent {
  value: number | null;
  valueMax: number | null;
  qualifier: Qualifier | null;
  absence: Absence | null;
  status: MeasurementStatus;
  marking: Marking;
  precision: Precision;
  source: string | null;
  note: string | null;
  internalNote: string | null;
}

/** What measurements must know of an indicator to check a value. */
export interface IndicatorTerm {
  id: number;
  code: string;
  decimals: number;
  subsetOfId: number | null;
  /** Last day on which it was counted; null while it is. */
  retiredOn: IsoDate | null;
}

/** A word of the vocabulary that a measurement's key may use. */
export interface Term {
  id: number;
  code: string;
}

/** The codes that exist, by code and by slug: Maps, because a code such as `constructor` must find nothing. */
export interface MeasurementVocabulary {
  indicators: Map<string, IndicatorTerm>;
  campaigns: Map<string, Term>;
  territories: Map<string, Term>;
  channels: Map<string, Term>;
  organisations: Map<string, Term>;
}
