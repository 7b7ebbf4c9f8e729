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

/** A figure that is awaited in each period, as the plan says. */
export interface CollectionLine extends Slice {
  id: number;
  frequency: CollectionFrequency;
  startsOn: IsoDate | null;
  endsOn: IsoDate | null;
  /** Null: what the indicator says. */
  dueDays: number | null;
  /** The person who sees to it, by identifier. */
  ownerId: number | null;
}
