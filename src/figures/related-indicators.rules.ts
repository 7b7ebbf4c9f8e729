import type { IndicatorRule } from './figure-input.types.js';

/**
 * An indicator with all that its figure is compared with or made of: its « dont » and what it is a part of, the step
 * before it in a chain, the terms of those that are rates. In the order given; none when nobody bears the code.
 */
export function relatedTo(code: string, indicators: readonly IndicatorRule[]): IndicatorRule[] {
  const own = indicators.find((one) => one.code === code);
  if (!own) return [];
  const around = new Set([code, own.subsetOf, own.chainAfter]);
  const parts = indicators.filter(({ subsetOf }) => subsetOf === code);
  for (const part of parts) around.add(part.code).add(part.chainAfter);
  const terms = indicators
    .filter((one) => around.has(one.code))
    .flatMap(({ numerator, denominator }) => [numerator, denominator]);
  const related = new Set([...around, ...terms]);
  return indicators.filter((one) => related.has(one.code));
}
