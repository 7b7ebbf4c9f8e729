import { timeOperator } from './aggregation.rules.js';
import type { IndicatorRule } from './figure-input.types.js';
import type { Figure } from './figures.types.js';

/**
 * The indicators that add up along every axis: their measurements may come added up by campaign. The terms of
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
        indicator.carryMaxDays === null &&
        !terms.has(indicator.code),
    )
    .map(({ code }) => code);
}

/**
 * The indicators of which an issue names sums, with what they are a part of and the step before them: only the
 * measurements themselves can tell which of them a reader should look at.
 */
export function namedBySums(figures: readonly Figure[], indicators: readonly IndicatorRule[]): string[] {
  const named = new Set(figures.flatMap(codesNaming));
  const holders = indicators.filter(({ code }) => named.has(code));
  return [
    ...new Set([...named, ...holders.flatMap(({ subsetOf, chainAfter }) => [subsetOf, chainAfter])]),
  ].filter((code) => code !== null);
}

const codesNaming = ({ indicator, issues, subsets }: Figure): string[] => [
  ...(issues.some(({ measurements }) => measurements.some((id) => id < 0)) ? [indicator.code] : []),
  ...subsets.flatMap(codesNaming),
];
