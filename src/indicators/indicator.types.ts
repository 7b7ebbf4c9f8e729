import type { Wording } from '../kernel/figure.types.js';

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
  definition: string | null;
  note: string | null;
}

/** An indicator with all that figures and texts need of it. */
export interface Indicator extends IndicatorDefinition {
  id: number;
  slug: string;
  wording: Wording;
  /** ISO instant, UTC. */
  updatedAt: string;
}
