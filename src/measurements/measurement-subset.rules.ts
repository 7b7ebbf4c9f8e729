import { intervalOf } from '../kernel/figure.rules.js';
import type { Quantity } from '../kernel/figure.types.js';
import type { MeasurementContent } from './measurement.types.js';

/** Withdrawn or absent values say nothing. */
function quantityOf({ value, valueMax, qualifier, status }: MeasurementContent): Quantity | null {
  if (value === null || qualifier === null || status === 'withdrawn') return null;
  return { value, valueMax, qualifier };
}

/**
 * A « dont » is certainly larger than its total: whatever the true values, it cannot be. « Plus de 100 » under « près
 * de 120 » is possible, « plus de 120 » is not.
 */
export function exceedsTotal(part: MeasurementContent, total: MeasurementContent): boolean {
  const [given, declared] = [quantityOf(part), quantityOf(total)];
  if (given === null || declared === null) return false;
  const least = intervalOf(given);
  const most = intervalOf(declared);
  if (least.lower === null || most.upper === null) return false;
  return least.lower > most.upper || (least.lower === most.upper && (least.lowerOpen || most.upperOpen));
}
