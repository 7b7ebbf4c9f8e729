/** What some past values have in common. */
export interface UsualRange {
  middle: number;
  /** Between these, nothing surprises. */
  lower: number;
  upper: number;
  /** Smallest and largest of the past values that do not surprise themselves. */
  least: number;
  most: number;
}

/** With fewer values nobody knows what is usual. */
const FEWEST = 3;
/** Of so few, only what is several times more or less surprises. */
const FEW = 4;

/** The deviation of a normal law is this many times the median of its absolute deviations. */
const NORMAL = 1.4826;
const DEVIATIONS = 5;

export function median(values: readonly number[]): number {
  const sorted = values.toSorted((one, other) => one - other);
  const half = Math.floor(sorted.length / 2);
  const high = sorted[half] ?? Number.NaN;
  return sorted.length % 2 === 1 ? high : ((sorted[half - 1] ?? high) + high) / 2;
}

/**
 * What is usual for values: around their median, as far as their own spread tells, at least half of the median, and
 * for small counts what chance alone explains. One wild value among them moves neither the median nor the spread.
 * @param unit how many of the smallest unit make one
 */
export function usualRange(values: readonly number[], unit: number): UsualRange | null {
  if (values.length < FEWEST) return null;
  const middle = median(values);
  const spread = NORMAL * median(values.map((value) => Math.abs(value - middle)));
  const chance = 3 * Math.sqrt(Math.abs(middle) / unit) * unit + 3 * unit;
  const reach = Math.max(DEVIATIONS * spread, Math.abs(middle) / 2, chance);
  const isFew = values.length < FEW;
  const above = isFew ? Math.max(reach, 2 * Math.abs(middle)) : reach;
  const below = isFew ? Math.max(reach, (2 / 3) * Math.abs(middle)) : reach;
  const [lower, upper] = [middle - below, middle + above];
  const usual = values.filter((value) => value >= lower && value <= upper);
  const shown = usual.length === 0 ? values : usual;
  return { middle, lower, upper, least: Math.min(...shown), most: Math.max(...shown) };
}

/** Where a value stands beside what is usual: a little beyond the extremes that were seen is still usual. */
export function sideOf(value: number, range: UsualRange): 'above' | 'below' | 'within' {
  const stretch = (bound: number, outward: 1 | -1): number => bound + (outward * Math.abs(bound)) / 4;
  if (value > range.upper && value > stretch(range.most, 1)) return 'above';
  if (value < range.lower && value < stretch(range.least, -1)) return 'below';
  return 'within';
}
