import type { IsoDate } from '../../kernel/period.types.js';

/** Periods for which figures are entered: each is a grain of the grid. */
export const COLLECTION_FREQUENCIES = ['day', 'month', 'quarter', 'year'] as const;
export type CollectionFrequency = (typeof COLLECTION_FREQUENCIES)[number];

/** Where a figure is measured, by codes; null members are empty. */
export interface Slice {
  indicator: string;
  campaign: string | null;
  territory: string | null;
  channel: string | null;
  organisation: string | null;
}

/** From when to when a figure is awaited, how soon and from whom: what may change of a line. */
export interface CollectionLineTerms {
  startsOn: IsoDate | null;
  endsOn: IsoDate | null;
  /** Null: what the indicator says. */
  dueDays: number | null;
  /** The person who sees to it, by identifier. */
  ownerId: number | null;
}

/** A line as somebody asks for it. */
export interface NewCollectionLine extends Slice, CollectionLineTerms {
  frequency: CollectionFrequency;
}

/** A figure that is awaited in each period, as the plan says. */
export interface CollectionLine extends NewCollectionLine {
  id: number;
}
