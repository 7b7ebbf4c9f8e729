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
