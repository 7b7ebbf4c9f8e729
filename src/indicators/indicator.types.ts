import type { Wording } from '../kernel/figure.types.js';
import type { IsoDate } from '../kernel/period.types.js';

/** What kind of thing is counted: decides how it may be added up (domain rules, DHIS2's two axes and ours). */
export const NATURES = [
  'flow',
  'attendance',
  'stock',
  'cumulative',
  'unique',
  'snapshot',
  'ratio',
  'mean',
  'context',
] as const;
export type Nature = (typeof NATURES)[number];

/** One operator per axis: time, territory, channel. */
export const AGGREGATIONS = ['sum', 'last', 'max', 'mean', 'none'] as const;
export type Aggregation = (typeof AGGREGATIONS)[number];

export const CHAIN_LEVELS = ['means', 'output', 'outcome', 'impact', 'context'] as const;
export type ChainLevel = (typeof CHAIN_LEVELS)[number];

export const DIRECTIONS = ['up', 'down', 'neutral'] as const;
export type Direction = (typeof DIRECTIONS)[number];

/** Money promised and money paid out. */
export const COST_KINDS = ['committed', 'spent'] as const;
export type CostKind = (typeof COST_KINDS)[number];

/** How often a value is expected. */
export const FREQUENCIES = ['day', 'week', 'month', 'quarter', 'half_year', 'year', 'once'] as const;
export type Frequency = (typeof FREQUENCIES)[number];

/** What is counted, as a data set or the administration defines it. */
export interface IndicatorDefinition {
  code: string;
  /** Order in lists and figures, from 1. */
  position: number;
  /** Title of a tile: « Visiteurs accueillis sur le stand ». */
  name: string;
  /** For chart axes: « Visiteurs du stand ». */
  shortName: string;
  labelOne: string;
  labelOther: string;
  /** Follow the number in a narrative sentence; both null when the label does. */
  sentenceOne: string | null;
  sentenceOther: string | null;
  elision: boolean;
  /** « personne », « vue », « % », « € »: what one unit is. */
  unit: string;
  symbol: string | null;
  decimals: number;
  signed: boolean;
  nature: Nature;
  aggregationTime: Aggregation;
  aggregationTerritory: Aggregation;
  aggregationChannel: Aggregation;
  direction: Direction;
  chainLevel: ChainLevel;
  keyFigure: boolean;
  overlapping: boolean;
  carriesLastValue: boolean;
  /** Code of the indicator that this one counts a part of (« dont »). */
  subsetOf: string | null;
  /** Codes of the terms of a rate; the denominator alone weights a mean. */
  numerator: string | null;
  denominator: string | null;
  /** What one over one is worth in the indicator's unit: 100 for a rate in percent. */
  factor: number;
  /** Code of the step before in a distribution chain: never more is delivered than was ordered. */
  chainAfter: string | null;
  /** Its breakdown is complete: the parts make the total. Otherwise the rest is « non ventilé ». */
  exhaustive: boolean;
  /** Days after which the last known value of a stock is too old to stand; null: it stands for ever. */
  carryMaxDays: number | null;
  /** Month and day, `01-01`, on which a running total starts again from zero each year; null: never. */
  restartsOn: string | null;
  costKind: CostKind | null;
  /** How it is counted, for whoever checks it. */
  method: string | null;
  /** Who produces the values. */
  producer: string | null;
  /** Who answers for it. */
  owner: string | null;
  frequency: Frequency | null;
  /** Days after the end of a period within which its value is expected. */
  dueDays: number | null;
  definition: string | null;
  note: string | null;
}

/** An indicator with all that figures and texts need of it. */
export interface Indicator extends IndicatorDefinition {
  id: number;
  slug: string;
  wording: Wording;
  /** Number of the present definition, from 1, and the day from which it holds; null: from the start. */
  version: number;
  validFrom: IsoDate | null;
  /** Last day on which it was counted; null while it is. */
  retiredOn: IsoDate | null;
  /** ISO instant, UTC. */
  updatedAt: string;
}

/** What says what is counted and how it adds up: when one of them changes, the definition has another version. */
export const DEFINING_MEMBERS = [
  'unit',
  'decimals',
  'signed',
  'nature',
  'aggregationTime',
  'aggregationTerritory',
  'aggregationChannel',
  'overlapping',
  'exhaustive',
  'carriesLastValue',
  'carryMaxDays',
  'restartsOn',
  'subsetOf',
  'numerator',
  'denominator',
  'factor',
  'definition',
  'method',
] as const satisfies readonly (keyof IndicatorDefinition)[];
export type DefiningMember = (typeof DEFINING_MEMBERS)[number];
export type DefiningContent = Pick<IndicatorDefinition, DefiningMember>;

/** What is said of a change of definition, by whoever makes it. */
export interface DefinitionChange {
  /** First day of the new definition; null: it corrects the one from the start, and breaks nothing. */
  validFrom: IsoDate | null;
  /**
   * What was counted before is not to be compared with what is counted from then on. Null when nobody said: it breaks
   * the series unless only its texts changed.
   */
  breaksSeries: boolean | null;
  reason: string | null;
  /** `person:12`, `data-set:oh-my-lot-2020`. */
  recordedBy: string;
}

/** One definition that an indicator has had. Versions are only ever added. */
export interface IndicatorVersion extends DefinitionChange {
  breaksSeries: boolean;
  /** Code of the indicator. */
  indicator: string;
  version: number;
  content: DefiningContent;
  /** ISO instant, UTC. */
  recordedAt: string;
}

/** A day from which an indicator counts something else: its figures are not compared across it. */
export interface SeriesBreak {
  /** Code of the indicator. */
  indicator: string;
  /** First day of the new definition. */
  from: IsoDate;
  version: number;
  reason: string | null;
}
