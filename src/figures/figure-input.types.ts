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
import type { Opinion } from '../targets/opinion.types.js';
import type { TargetPath, TargetStep } from '../targets/target.types.js';

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
  /** The session in which it was decided: « séance du 16 décembre 2020 ». */
  decidedIn: string | null;
  version: number;
  path: TargetPath;
  /** Milestones in the order of their days, for a stepped path. */
  steps: readonly TargetStep[];
  /** The days of its campaign, null when they are not known. */
  window: ClosedPeriod | null;
}

/** Where things stood at the end of a period. */
export type BaselineRule = Pick<TargetRule, 'indicator' | 'campaign' | 'periodEnd' | 'amount'>;

/** What was said of an indicator, overall or in one campaign of the exercice. */
export interface OpinionRule {
  indicator: string;
  campaign: string | null;
  opinion: Opinion;
  reason: string | null;
  givenOn: IsoDate;
  /** « séance du 16 décembre 2020 ». */
  givenIn: string | null;
}

export type Dimension = 'territory' | 'channel' | 'organisation';

/** Everything that figures of one exercice are made of: plain data, no database. */
export interface FiguresInput {
  year: number;
  /** The days of the exercice: a civil year unless its dates say otherwise. */
  period: ClosedPeriod;
  at: IsoDate;
  /** The present day in the programme's zone: nothing is expected yet of the days to come. */
  today: IsoDate;
  /** Nothing more is to come: before, a target that is not reached is not missed yet. */
  exerciceIsOver: boolean;
  /** In display order. */
  indicators: IndicatorRule[];
  /** In the year's order. */
  campaigns: CampaignReference[];
  /** Validated measurements that count at `at`: those of the year, and the last known stocks before it. */
  facts: MeasurementFact[];
  targets: TargetRule[];
  baselines: BaselineRule[];
  /** Oldest first. */
  opinions: OpinionRule[];
  /** Only what is compared is needed of these figures: no breakdown. */
  totalsOnly?: boolean;
  /** Words for codes of slices. */
  labels: Record<Dimension, ReadonlyMap<string, string>>;
}
