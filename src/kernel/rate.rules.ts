import { doubledValue } from './figure.rules.js';
import type { Amount, Interval, NotComputableReason, Qualifier, RateResult } from './figure.types.js';
import { boundOf, ceilDivide, floorDivide, roundDivide } from './integer-division.rules.js';

/** Below this many units a percentage of change says nothing: « +12 » is printed instead. */
export const MINIMUM_BASE = 20;

const not = (reason: NotComputableReason): RateResult => ({ kind: 'not_computable', reason });

export interface Bounds {
  lower: number | null;
  upper: number | null;
}

/** What one over one is worth in the unit of the result. */
export interface Scale {
  times: bigint;
  over: bigint;
}
const PERCENT: Scale = { times: 100n, over: 1n };

/** One interval over another that lies at or above zero: the lower bound down, the upper bound up. */
export function divideOutward(numerator: Interval, denominator: Interval, scale = PERCENT): Bounds {
  const { lower: least, upper: most } = denominator;
  const over = (bound: number | null, divisor: number | null, divide: typeof floorDivide): number | null => {
    if (bound === null) return null;
    if (bound === 0 || divisor === null) return 0;
    return divisor === 0 ? null : boundOf(divide(BigInt(bound) * scale.times, BigInt(divisor) * scale.over));
  };
  return {
    lower: over(numerator.lower, numerator.lower !== null && numerator.lower < 0 ? least : most, floorDivide),
    upper: over(numerator.upper, numerator.upper !== null && numerator.upper < 0 ? most : least, ceilDivide),
  };
}

const isCeiling = ({ qualifier }: Amount): boolean => qualifier === 'less_than' || qualifier === 'up_to';

/** How a quotient is qualified. @param positive it is above zero. */
export function qualifierOfQuotient(
  numerator: Amount,
  denominator: Amount,
  positive: boolean,
  bounds: Bounds,
): Qualifier {
  if (numerator.qualifier === 'exact' && denominator.qualifier === 'exact') return 'exact';
  if (bounds.upper === null) return 'at_least';
  if (bounds.lower === null || denominator.interval.upper === null) return 'up_to';
  if (isCeiling(numerator) && numerator.interval.lower === 0) return 'up_to';
  if (bounds.lower < 0 && bounds.upper > 0) return 'between';
  if (denominator.qualifier !== 'exact') return 'about';
  if (numerator.qualifier === 'between') return 'between';
  return numerator.qualifier === 'nearly' && positive ? 'nearly' : 'about';
}

/** Numerator over denominator in percent points, shifted by `origin` (−100 for a change). */
function percentOf(numerator: Amount, denominator: Amount, origin: number): RateResult {
  const base = doubledValue(denominator);
  if (base === 0n) return not('zero_denominator');
  if (base < 0n) return not('sign_change');
  if (denominator.interval.lower === null || denominator.interval.lower < 0) return not('unbounded');
  const tenths = boundOf(roundDivide(doubledValue(numerator) * 1000n, base));
  if (tenths === null) return not('small_base');
  const shift = (bound: number | null): number | null => (bound === null ? null : bound + origin);
  const divided = divideOutward(numerator.interval, denominator.interval);
  const bounds = { lower: shift(divided.lower), upper: shift(divided.upper) };
  // « Au moins 0 % » is no information: nothing is known of a count that could be anything.
  if (bounds.upper === null && (bounds.lower === null || divided.lower === 0)) return not('unbounded');
  const value = (tenths + origin * 10) / 10;
  const qualifier = qualifierOfQuotient(numerator, denominator, value > 0, bounds);
  return { kind: 'rate', value, ...bounds, qualifier };
}

/** A share or an attainment in percent points, with what is certain: « plus de 13 000 » of 12 000 is at least 108 %. */
export function rateOf(numerator: Amount, denominator: Amount): RateResult {
  return percentOf(numerator, denominator, 0);
}

export interface VariationOptions {
  /** Decimals of the amounts' unit, so that a small base is measured in units, not in cents. */
  decimals?: number;
  minimumBase?: number;
}

/** The change from one amount to another in percent points: 320 then « près de 400 » is « près de +25 % ». */
export function variationOf(current: Amount, previous: Amount, options: VariationOptions = {}): RateResult {
  const { decimals = 0, minimumBase = MINIMUM_BASE } = options;
  if (previous.value === 0 && previous.valueMax === null) return not('zero_denominator');
  if (previous.value < 0 || current.value < 0) return not('sign_change');
  if (doubledValue(previous) < BigInt(minimumBase * 2) * 10n ** BigInt(decimals)) return not('small_base');
  return percentOf(current, previous, -100);
}
