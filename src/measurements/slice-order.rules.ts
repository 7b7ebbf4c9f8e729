import type { MeasurementKey } from './measurement.rules.js';

/**
 * The order that the index of slices has: neighbours stand on one page of it. A batch written in this order touches each
 * page once; day after day over all slices, or at random, it would look for another page at every row.
 */
export const compareKeys = (one: MeasurementKey, other: MeasurementKey): number =>
  compareSlices(one, other) ||
  compareTexts(one.periodEnd, other.periodEnd) ||
  compareTexts(one.periodStart, other.periodStart);

/** The same without their days. */
export const compareSlices = (one: MeasurementKey, other: MeasurementKey): number =>
  one.indicatorId - other.indicatorId ||
  (one.campaignId ?? 0) - (other.campaignId ?? 0) ||
  (one.territoryId ?? 0) - (other.territoryId ?? 0) ||
  compareTexts(one.channel ?? '', other.channel ?? '') ||
  (one.organisationId ?? 0) - (other.organisationId ?? 0);

const compareTexts = (one: string, other: string): number => (one === other ? 0 : one < other ? -1 : 1);

/** Two keys differ by their days at most. */
export const isSameSlice = (one: MeasurementKey, other: MeasurementKey): boolean =>
  one.indicatorId === other.indicatorId &&
  one.campaignId === other.campaignId &&
  one.territoryId === other.territoryId &&
  one.channel === other.channel &&
  one.organisationId === other.organisationId;

/** Keys of one slice, in order of their days, and the first and last day on which they end. */
export interface SliceOfKeys {
  keys: MeasurementKey[];
  first: string;
  last: string;
}

/** Groups keys by slice. */
export function bySlice(keys: Iterable<MeasurementKey>): SliceOfKeys[] {
  const slices: SliceOfKeys[] = [];
  let current: SliceOfKeys | undefined;
  let before: MeasurementKey | undefined;
  for (const key of [...keys].sort(compareKeys)) {
    if (current === undefined || before === undefined || !isSameSlice(before, key)) {
      current = { keys: [], first: key.periodEnd, last: key.periodEnd };
      slices.push(current);
    }
    current.keys.push(key);
    current.last = key.periodEnd;
    before = key;
  }
  return slices;
}
