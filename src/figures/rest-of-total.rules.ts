import { sumAmounts, toAmount } from '../kernel/figure.rules.js';
import type { Amount } from '../kernel/figure.types.js';
import { EMPTY, timeOperator, type Total } from './aggregation.rules.js';
import type { Dimension, IndicatorRule } from './figure-input.types.js';

/** Key of what no part of a breakdown tells: no code is empty. */
export const REST = '';

/** Whether the slices of a dimension make a whole. */
export function addsUpBy(dimension: Dimension, indicator: IndicatorRule): boolean {
  if (indicator.overlapping) return false;
  if (!SUMMED.has(indicator.nature)) return false;
  if (dimension === 'territory') return indicator.aggregationTerritory === 'sum';
  return dimension === 'organisation' || indicator.aggregationChannel === 'sum';
}

const SUMMED: ReadonlySet<string> = new Set(['flow', 'attendance', 'stock', 'cumulative', 'snapshot']);

/**
 * What a total holds beyond the parts that were given of it; null when there is none, when parts overlap or when the
 * subtraction would not be certain. The parts of an exhaustive breakdown make the total: a rest is then a mistake.
 */
export function restOf(
  indicator: IndicatorRule,
  dimension: Dimension,
  total: Total,
  parts: readonly Total[],
): Total | null {
  if (!total.amount || parts.length === 0 || indicator.exhaustive || !addsUpBy(dimension, indicator)) {
    return null;
  }
  if (timeOperator(indicator) !== 'sum' && !saidOnOneDay([total, ...parts])) return null;
  const given = sumAmounts(parts.flatMap(({ amount }) => amount ?? []));
  if (given?.qualifier !== 'exact') return null;
  const amount = reduced(total.amount, given.value);
  return amount && { ...EMPTY, amount, empty: null, marking: total.marking };
}

/** States of different days are not taken one from the other. */
function saidOnOneDay(totals: readonly Total[]): boolean {
  const counted = totals.flatMap((total) => total.counted.filter((fact) => fact.quantity !== null));
  return new Set(counted.map((fact) => fact.periodEnd)).size === 1;
}

/** An amount less what is exactly known of it; null unless something certainly remains. */
function reduced({ value, valueMax, qualifier, interval }: Amount, by: number): Amount | null {
  const { lower, upper } = interval;
  if (lower === null || lower - by <= 0) return null;
  const quantity = { value: value - by, valueMax: valueMax === null ? null : valueMax - by, qualifier };
  const bounds = { ...interval, lower: lower - by, upper: upper === null ? null : upper - by };
  return { ...toAmount(quantity), interval: bounds };
}
