import type { MeasurementContent } from './measurement.types.js';

/** The part of a quantity that its bounds need. */
type Bounded = Pick<MeasurementContent, 'value' | 'valueMax' | 'qualifier'>;

interface Bound {
  /** In hundredths of the smallest unit, because « près de » reaches down to 95 %. */
  at: bigint;
  open: boolean;
}

/** « environ » and « près de » reach this many hundredths around or under the value. */
const TOLERANCE = 5n;
const NONE: Bound = { at: 0n, open: false };

/** The least that a quantity can be. */
function leastOf({ value, qualifier }: Bounded): Bound {
  if (value === null || qualifier === null) return NONE;
  const hundred = BigInt(value) * 100n;
  const slack = (value < 0 ? -BigInt(value) : BigInt(value)) * TOLERANCE;
  switch (qualifier) {
    case 'exact':
    case 'at_least':
    case 'between':
      return { at: hundred, open: false };
    case 'more_than':
      return { at: hundred, open: true };
    case 'nearly':
    case 'about':
      return { at: hundred - slack, open: false };
    case 'less_than':
    case 'up_to':
      return NONE;
  }
}

/** The most that a quantity can be; null when unbounded. */
function mostOf({ value, valueMax, qualifier }: Bounded): Bound | null {
  if (value === null || qualifier === null) return null;
  const hundred = BigInt(value) * 100n;
  const slack = (value < 0 ? -BigInt(value) : BigInt(value)) * TOLERANCE;
  switch (qualifier) {
    case 'exact':
    case 'up_to':
      return { at: hundred, open: false };
    case 'nearly':
    case 'less_than':
      return { at: hundred, open: true };
    case 'about':
      return { at: hundred + slack, open: false };
    case 'between':
      return { at: BigInt(valueMax ?? value) * 100n, open: false };
    case 'more_than':
    case 'at_least':
      return null;
  }
}

/**
 * A « dont » is certainly larger than its total: whatever the true values, it cannot be. « Plus de 100 » under « près
 * de 120 » is possible, « plus de 120 » is not. Withdrawn or absent values say nothing.
 */
export function exceedsTotal(part: MeasurementContent, total: MeasurementContent): boolean {
  const silent = (content: MeasurementContent): boolean =>
    content.value === null || content.status === 'withdrawn';
  if (silent(part) || silent(total)) return false;
  const most = mostOf(total);
  if (most === null) return false;
  const least = leastOf(part);
  return least.at > most.at || (least.at === most.at && (least.open || most.open));
}
