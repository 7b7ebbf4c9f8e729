import { timeOperator } from './aggregation.rules.js';
import type { IndicatorRule } from './figure-input.types.js';
import type { Figure } from './figures.types.js';

/**
 * The indicators that add up along every axis: their measurements may come added up by slice and month. The terms of
 * rates and means are compared period by period, and come one by one.
 */
export function summedCodes(indicators: readonly IndicatorRule[]): string[] {
  const terms = new Set(indicators.flatMap(({ numerator, denominator }) => [numerator, denominator]));
  return indicators
    .filter(
      (indicator) =>
        timeOperator(indicator) === 'sum' &&
        indicator.aggregationTerritory === 'sum' &&
        indicator.aggregationChannel === 'sum' &&
        !indicator.overlapping &&
        !terms.has(indicator.code),
    )
    .map(({ code }) => code);
}

/** Some issue names roll-ups: only the measurements themselves can tell which of them a reader should look at. */
export function namesRollUps(figures: readonly Figure[]): boolean {
  return figures.some(
    ({ issues, subsets }) =>
      issues.some(({ measurements }) => measurements.some((id) => id < 0)) || namesRollUps(subsets),
  );
}
