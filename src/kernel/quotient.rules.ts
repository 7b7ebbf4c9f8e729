import { doubledValue } from './figure.rules.js';
import type { Amount, Interval, NotComputableReason, Qualifier } from './figure.types.js';
import { boundOf, ceilDivide, floorDivide, roundDivide } from './integer-division.rules.js';
import { divideOutward, qualifierOfQuotient, type Bounds, type Scale } from './rate.rules.js';

/** An amount computed by division, or why there is none. */
export type Quotient =
  { kind: 'amount'; amount: Amount } | { kind: 'not_computable'; reason: NotComputableReason };

const not = (reason: NotComputableReason): Quotient => ({ kind: 'not_computable', reason });

const intervalOf = ({ lower, upper }: Bounds): Interval => ({
  lower,
  lowerOpen: lower === null,
  upper,
  upperOpen: upper === null,
});

/** Bounds go outward to whole units; a qualifier stands beside the bound that it speaks of. */
function amountOf(value: number, bounds: Bounds, qualifier: Qualifier): Amount {
  const { lower, upper } = bounds;
  const interval = intervalOf(bounds);
  // Rounded outward, two bounds of « entre » are never one.
  if (qualifier === 'between' && lower !== null && upper !== null) {
    return { value: lower, valueMax: upper, qualifier, interval };
  }
  if (qualifier === 'at_least' && lower !== null)
    return { value: lower, valueMax: null, qualifier, interval };
  if (qualifier === 'up_to' && upper !== null) return { value: upper, valueMax: null, qualifier, interval };
  return { value, valueMax: null, qualifier, interval };
}

/**
 * A rate or a unit cost from the sums of its terms, in whole smallest units: 45 opened of 97 delivered, times 1 000 for
 * tenths of a percent, is 464, certainly from 463 to 464.
 */
export function quotientOf(numerator: Amount, denominator: Amount, scale: Scale): Quotient {
  const base = doubledValue(denominator);
  if (base === 0n) return not('zero_denominator');
  const { lower: least } = denominator.interval;
  if (base < 0n || least === null || least < 0) return not('unbounded');
  const value = boundOf(roundDivide(doubledValue(numerator) * scale.times, base * scale.over));
  const bounds = divideOutward(numerator.interval, denominator.interval, scale);
  const { lower, upper } = bounds;
  // « Au moins 0 » is no information.
  if (value === null || (upper === null && (lower === null || lower === 0))) return not('unbounded');
  const qualifier = qualifierOfQuotient(numerator, denominator, bounds, value > 0);
  return { kind: 'amount', amount: amountOf(value, bounds, qualifier) };
}

/** A mean of a group, and how many it speaks of. */
export interface Weighted {
  mean: Amount;
  weight: Amount;
}

/**
 * The mean of several groups, each counting for its size: 4 of 10 people and 5 of 30 make 4.75. Unknown sizes or means
 * leave it between the least and the greatest mean.
 */
export function weightedMeanOf(groups: readonly Weighted[]): Quotient {
  const weights = groups.map(({ weight }) => doubledValue(weight));
  const total = weights.reduce((sum, weight) => sum + weight, 0n);
  if (total === 0n) return not('zero_denominator');
  if (weights.some((weight) => weight < 0n)) return not('unbounded');
  const sum = groups.reduce(
    (added, { mean, weight }) => added + doubledValue(mean) * doubledValue(weight),
    0n,
  );
  const value = Number(roundDivide(sum, total * 2n));
  const known = groups.every(({ weight }) => weight.qualifier === 'exact');
  const boundOfMeans = (side: 'lower' | 'upper'): number | null => {
    const bounds = groups.map(({ mean }) => mean.interval[side]).filter((bound) => bound !== null);
    if (bounds.length < groups.length) return null;
    if (!known) return side === 'lower' ? Math.min(...bounds) : Math.max(...bounds);
    const weighed = weights.reduce(
      (added, weight, index) => added + BigInt(Number(bounds[index])) * weight,
      0n,
    );
    return boundOf(side === 'lower' ? floorDivide(weighed, total) : ceilDivide(weighed, total));
  };
  const bounds: Bounds = { lower: boundOfMeans('lower'), upper: boundOfMeans('upper') };
  const isExact = known && groups.every(({ mean }) => mean.qualifier === 'exact');
  if (bounds.lower === null && bounds.upper === null) return not('unbounded');
  return { kind: 'amount', amount: amountOf(value, bounds, isExact ? 'exact' : qualifierOfMean(bounds)) };
}

function qualifierOfMean({ lower, upper }: Bounds): Qualifier {
  if (upper === null) return 'at_least';
  return lower === null ? 'up_to' : 'about';
}
