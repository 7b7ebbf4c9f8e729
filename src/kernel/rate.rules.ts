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

const isFloor = ({ qualifier, interval }: Amount): boolean =>
  qualifier === 'more_than' || qualifier === 'at_least' || interval.upper === null;
const isCeiling = ({ qualifier, interval }: Amount): boolean =>
  qualifier === 'less_than' || qualifier === 'up_to' || interval.lower === null;

/**
 * Which bounds of a quotient say little, as one of a term does: of « jusqu’à 380 » the least is hardly known, and what is
 * divided by it is a minimum.
 */
function looseSides(numerator: Amount, denominator: Amount): { up: boolean; down: boolean } {
  const { lower, upper } = numerator.interval;
  const above = upper === null || upper > 0;
  const below = lower === null || lower < 0;
  const [floor, ceiling] = [isFloor(denominator), isCeiling(denominator)];
  return {
    up: isFloor(numerator) || (above && ceiling) || (below && floor),
    down: isCeiling(numerator) || (above && floor) || (below && ceiling),
  };
}

/**
 * How a quotient is qualified: by what its whole interval allows to say.
 * @param bounds its own, before the shift. @param positive it is above zero. @param origin what a change is shifted by.
 */
export function qualifierOfQuotient(
  numerator: Amount,
  denominator: Amount,
  { lower, upper }: Bounds,
  positive: boolean,
  origin = 0,
): Qualifier {
  if (numerator.qualifier === 'exact' && denominator.qualifier === 'exact') return 'exact';
  const { up, down } = looseSides(numerator, denominator);
  if (lower === null) return 'up_to';
  // Nothing of anything is nothing.
  if (lower === upper) return 'exact';
  if (upper === null || (up && upper === 0)) return 'at_least';
  if (down && lower === 0) return 'up_to';
  const [least, most] = [lower + origin, upper + origin];
  if ((least < 0 && most > 0) || (up && down)) return 'between';
  if (up) return least < 0 ? 'between' : 'at_least';
  // « Au plus +32 % » would hide a rise that is certain.
  if (down) return most > 0 && origin !== 0 ? 'between' : 'up_to';
  if (numerator.qualifier === 'between' || denominator.qualifier === 'between') return 'between';
  return numerator.qualifier === 'nearly' && denominator.qualifier === 'exact' && positive
    ? 'nearly'
    : 'about';
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
  const qualifier = qualifierOfQuotient(numerator, denominator, divided, value > 0, origin);
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
