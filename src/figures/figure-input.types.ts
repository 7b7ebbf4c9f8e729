import type {
  Aggregation,
  ChainLevel,
  CostKind,
  Direction,
  Frequency,
  Nature,
} from '../indicators/indicator.types.js';
import type { Amount, Wording } from '../kernel/figure.types.js';
import type { ClosedPeriod, IsoDate } from '../kernel/period.types.js';
import type { MeasurementFact } from '../measurements/measurement.types.js';

/** What the rules need to know of an indicator. */
export interface IndicatorRule {
  code: string;
  name: string;
  shortName: string;
  nature: Nature;
  aggregationTime: Aggregation;
  aggregationTerritory: Aggregation;
  aggregationChannel: Aggregation;
  overlapping: boolean;
  direction: Direction;
  keyFigure: boolean;
  chainLevel: ChainLevel;
  unit: string;
  definition: string | null;
  note: string | null;
  wording: Wording;
  /** Labels of the narrative sentence, when they differ from the wording's. */
  sentenceOne: string | null;
  sentenceOther: string | null;
  /** Code of the indicator of which this one counts a part. */
  subsetOf: string | null;
  /** Codes of the terms of a rate; the denominator alone weights a mean. */
  numerator: string | null;
  denominator: string | null;
  /** What one over one is worth in the indicator's unit: 100 for a rate in percent. */
  factor: number;
  /** Code of the step before in a distribution chain. */
  chainAfter: string | null;
  /** Its breakdown is complete: the parts make the total. */
  exhaustive: boolean;
  /** Days after which the last known value of a stock is too old to stand. */
  carryMaxDays: number | null;
  carriesLastValue: boolean;
  /** Month and day on which a running total starts again each year. */
  restartsOn: string | null;
  costKind: CostKind | null;
  frequency: Frequency | null;
  /** Number of the present definition, and the day from which it holds. */
  version: number;
  validFrom: IsoDate | null;
}

export interface CampaignReference {
  code: string;
  name: string;
  shortName: string;
}

/** A target resolved to codes; `campaign` null for the indicator as a whole. */
export interface TargetRule {
  indicator: string;
  campaign: string | null;
  periodStart: IsoDate;
  periodEnd: IsoDate;
  amount: Amount;
  decidedBy: string | null;
}

export type Dimension = 'territory' | 'channel' | 'organisation';

/** Everything that figures of one exercice are made of: plain data, no database. */
export interface FiguresInput {
  year: number;
  /** The days of the exercice: a civil year unless its dates say otherwise. */
  period: ClosedPeriod;
  at: IsoDate;
  /** Nothing more is to come: before, a target that is not reached is not missed yet. */
  exerciceIsOver: boolean;
  /** In display order. */
  indicators: IndicatorRule[];
  /** In the year's order. */
  campaigns: CampaignReference[];
  /** Validated measurements that count at `at`: those of the year, and the last known stocks before it. */
  facts: MeasurementFact[];
  targets: TargetRule[];
  /** Words for codes of slices. */
  labels: Record<Dimension, ReadonlyMap<string, string>>;
}
