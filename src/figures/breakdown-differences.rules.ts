import { groupBy } from '../kernel/group-by.rules.js';
import type { MeasurementFact } from '../measurements/measurement.types.js';
import { DIMENSIONS, hasValue, sliceKey } from './declared-total.rules.js';
import type { Dimension, IndicatorRule } from './figure-input.types.js';
import { differenceBetween, isBelow, type Difference } from './nested-periods.rules.js';
import { addsUpBy } from './rest-of-total.rules.js';

/** A declared total and its parts by territory, channel or organisation that do not make it. */
export interface PartsDifference extends Difference {
  dimension: Dimension;
}

/**
 * Declared totals that their parts contradict: an exhaustive breakdown that makes another sum, any breakdown that
 * makes more. Parts are those of the same days; where one is missing, only more is a contradiction.
 * @param counted what the figure rests on.
 * @param facts all that was said, its breakdowns included.
 */
export function breakdownDifferences(
  indicator: IndicatorRule,
  counted: readonly MeasurementFact[],
  facts: readonly MeasurementFact[],
): PartsDifference[] {
  return DIMENSIONS.filter((dimension) => addsUpBy(dimension, indicator)).flatMap((dimension) => {
    const parts = facts.filter((fact) => fact[dimension] !== null);
    if (parts.length === 0) return [];
    const keyOf = (fact: MeasurementFact): string =>
      `${sliceKey({ ...fact, [dimension]: null })}|${fact.periodStart}|${fact.periodEnd}`;
    const byTotal = groupBy(parts, keyOf);
    return counted
      .filter((fact) => hasValue(fact) && fact[dimension] === null)
      .flatMap((fact): PartsDifference[] => {
        const given = byTotal.get(keyOf(fact)) ?? [];
        const difference = contradiction(indicator, fact, given);
        return difference ? [{ ...difference, dimension }] : [];
      });
  });
}

function contradiction(
  indicator: IndicatorRule,
  fact: MeasurementFact,
  parts: readonly MeasurementFact[],
): Difference | null {
  const valued = parts.filter(hasValue);
  const difference = differenceBetween(indicator, fact, valued);
  if (!difference) return null;
  const isWhole = indicator.exhaustive && valued.length === parts.length;
  return isWhole || isBelow(difference.total.amount, difference.parts.sum) ? difference : null;
}
