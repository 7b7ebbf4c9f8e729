import { intervalOf } from '../kernel/figure.rules.js';
import type { Quantity } from '../kernel/figure.types.js';
import type { MeasurementKey } from './measurement.rules.js';
import type { IndicatorTerm, MeasurementContent } from './measurement.types.js';

/** The indicators that count a part of another one, both ways. */
export interface SubsetRelations {
  byId: Map<number, IndicatorTerm>;
  partsOf: Map<number, IndicatorTerm[]>;
}

/** Reads the « dont » relations out of the indicators, which a vocabulary lists under several spellings. */
export function subsetRelations(indicators: Iterable<IndicatorTerm>): SubsetRelations {
  const byId = new Map<number, IndicatorTerm>();
  for (const indicator of indicators) byId.set(indicator.id, indicator);
  const partsOf = new Map<number, IndicatorTerm[]>();
  for (const indicator of byId.values()) {
    if (indicator.subsetOfId === null) continue;
    partsOf.set(indicator.subsetOfId, [...(partsOf.get(indicator.subsetOfId) ?? []), indicator]);
  }
  return { byId, partsOf };
}

/** The same place and days for another indicator: where a « dont » meets its total. */
export const keyAt = (key: MeasurementKey, indicatorId: number): MeasurementKey => ({ ...key, indicatorId });

/** The quantity that a content gives; null of an absent or withdrawn one, which says nothing. */
export function quantityOf({ value, valueMax, qualifier, status }: MeasurementContent): Quantity | null {
  if (value === null || qualifier === null || status === 'withdrawn') return null;
  return { value, valueMax, qualifier };
}

/**
 * A « dont » is certainly larger than its total: whatever the true values, it cannot be. « Plus de 100 » under « près
 * de 120 » is possible, « plus de 120 » is not.
 */
export function exceedsTotal(part: Quantity, total: Quantity): boolean {
  const least = intervalOf(part);
  const most = intervalOf(total);
  if (least.lower === null || most.upper === null) return false;
  return least.lower > most.upper || (least.lower === most.upper && (least.lowerOpen || most.upperOpen));
}
