import type { InputIssue } from './domain-error.js';
import type { Amount, Interval, Qualifier, Quantity } from './figure.types.js';
import { sentence } from './french-text.rules.js';
import { boundOf, ceilDivide, floorDivide } from './integer-division.rules.js';

/** How far « près de » and « environ » reach when the programme does not say otherwise. */
export const DEFAULT_TOLERANCE = 0.05;

export interface IntervalOptions {
  /** Share of the value, 0.05 for 5 %. */
  tolerance?: number;
  /** The indicator may be negative: « moins de 50 » then has no lower bound. */
  signed?: boolean;
}

const PARTS = 1_000_000n;

const closed = (lower: number | null, upper: number | null): Interval => ({
  lower,
  lowerOpen: lower === null,
  upper,
  upperOpen: upper === null,
});

/** The same interval on the other side of zero. */
export function mirrored({ lower, lowerOpen, upper, upperOpen }: Interval): Interval {
  const negate = (bound: number | null): number | null => (bound === null ? null : 0 - bound);
  return { lower: negate(upper), lowerOpen: upperOpen, upper: negate(lower), upperOpen: lowerOpen };
}

/** « près de » and « environ » reach around a magnitude; bounds go outward to whole units. */
function around(magnitude: number, tolerance: number, qualifier: 'nearly' | 'about'): Interval {
  const share = BigInt(Math.round(tolerance * Number(PARTS)));
  const lower = boundOf(floorDivide(BigInt(magnitude) * (PARTS - share), PARTS));
  // « Près de 0 » says no more than 0: an interval that excluded its own value would be empty.
  if (qualifier === 'nearly') return { ...closed(lower, magnitude), upperOpen: magnitude !== lower };
  return closed(lower, boundOf(ceilDivide(BigInt(magnitude) * (PARTS + share), PARTS)));
}

/** What a quantity says for certain, in whole units of the smallest unit. */
export function intervalOf(quantity: Quantity, options: IntervalOptions = {}): Interval {
  const { tolerance = DEFAULT_TOLERANCE, signed = false } = options;
  const { value, qualifier } = quantity;
  const floor = signed || value < 0 ? null : 0;
  switch (qualifier) {
    case 'exact':
      return closed(value, value);
    case 'more_than':
      return { ...closed(value, null), lowerOpen: true };
    case 'at_least':
      return closed(value, null);
    case 'less_than':
      return { ...closed(floor, value), upperOpen: value !== floor };
    case 'up_to':
      return closed(floor, value);
    case 'between':
      return closed(value, quantity.valueMax);
    default: {
      const reach = around(Math.abs(value), tolerance, qualifier);
      return value < 0 ? mirrored(reach) : reach;
    }
  }
}

/** A quantity ready for arithmetic. */
export function toAmount(quantity: Quantity, options: IntervalOptions = {}): Amount {
  const { value, valueMax, qualifier } = quantity;
  return { value, valueMax, qualifier, interval: intervalOf(quantity, options) };
}

/** The number that stands for an amount in a sum or a rate, doubled so that the middle of « entre » stays whole. */
export const doubledValue = (amount: Quantity): bigint =>
  BigInt(amount.value) + BigInt(amount.valueMax ?? amount.value);

/** The exact sum of integers: in numbers as long as they hold it, which spares one big integer for each. */
function exactSum(values: readonly number[]): bigint {
  let [total, running] = [0n, 0];
  for (const value of values) {
    const next = running + value;
    if (!Number.isSafeInteger(next)) total += BigInt(running);
    running = Number.isSafeInteger(next) ? next : value;
  }
  return total + BigInt(running);
}

function sumBounds(bounds: readonly (number | null)[]): number | null {
  const known = bounds.filter((bound) => bound !== null);
  if (known.length < bounds.length) return null;
  return boundOf(exactSum(known));
}

function sumIntervals(intervals: readonly Interval[]): Interval {
  const lower = sumBounds(intervals.map((interval) => interval.lower));
  const upper = sumBounds(intervals.map((interval) => interval.upper));
  return {
    lower,
    lowerOpen: lower === null || intervals.some((interval) => interval.lowerOpen),
    upper,
    upperOpen: upper === null || intervals.some((interval) => interval.upperOpen),
  };
}

/** The rule of sums: one kind of qualifier beside exact values is kept, any other mixture is « environ ». */
function qualifierOfSum(amounts: readonly Amount[], interval: Interval): Qualifier {
  const kinds = new Set(amounts.map((amount) => amount.qualifier));
  const all = (...kept: Qualifier[]): boolean => [...kinds].every((kind) => kept.includes(kind));
  if (all('exact')) return 'exact';
  if (all('between')) return 'between';
  if (all('exact', 'more_than', 'at_least')) return interval.lowerOpen ? 'more_than' : 'at_least';
  if (all('exact', 'less_than', 'up_to')) return interval.upperOpen ? 'less_than' : 'up_to';
  // « Près de » is just below in magnitude: it survives only where every such part and the total lie on the same side.
  const near = amounts.filter((amount) => amount.qualifier === 'nearly').map((amount) => amount.value);
  const total = amounts.reduce((sum, amount) => sum + amount.value, 0);
  const sameSide =
    [...near, total].every((value) => value >= 0) || [...near, total].every((value) => value <= 0);
  return all('exact', 'nearly') && sameSide ? 'nearly' : 'about';
}

/**
 * Adds amounts and what is certain about them; one alone is returned as it is. Null without any, and when no number
 * holds the sum exactly: one figure is then missing, not the year.
 */
export function sumAmounts(amounts: readonly Amount[]): Amount | null {
  const [first] = amounts;
  if (first === undefined || amounts.length === 1) return first ?? null;
  const interval = sumIntervals(amounts.map((amount) => amount.interval));
  const qualifier = qualifierOfSum(amounts, interval);
  const least = exactSum(amounts.map((amount) => amount.value));
  const most = exactSum(amounts.map((amount) => amount.valueMax ?? amount.value));
  const isRange = qualifier === 'between';
  const value = boundOf(isRange ? least : floorDivide(least + most, 2n));
  const valueMax = isRange ? boundOf(most) : null;
  if (value === null || (isRange && valueMax === null)) return null;
  return { value, valueMax, qualifier, interval };
}

/** What is wrong with a quantity before it is kept; empty when nothing is. `signed: false` refuses negative values. */
export function checkQuantity(quantity: Quantity, options: { signed?: boolean } = {}): InputIssue[] {
  const { value, valueMax, qualifier } = quantity;
  const issues: InputIssue[] = [];
  const report = (path: string, code: string, message: string): void =>
    void issues.push({ path, code, message });
  if (!Number.isSafeInteger(value)) {
    report(
      'value',
      'value_out_of_range',
      'La valeur dépasse les nombres que le logiciel peut tenir exactement.',
    );
  }
  if (valueMax !== null && !Number.isSafeInteger(valueMax)) {
    report(
      'valueMax',
      'value_out_of_range',
      'Le maximum dépasse les nombres que le logiciel peut tenir exactement.',
    );
  }
  if (qualifier === 'between' && valueMax === null) {
    report(
      'valueMax',
      'value_max_missing',
      sentence`« entre » demande deux valeurs : donnez aussi le maximum.`,
    );
  }
  if (qualifier === 'between' && valueMax !== null && valueMax <= value) {
    report(
      'valueMax',
      'value_max_not_greater',
      sentence`Le maximum doit être plus grand que la valeur : « entre 200 et 250 ».`,
    );
  }
  if (qualifier !== 'between' && valueMax !== null) {
    report(
      'valueMax',
      'value_max_unexpected',
      sentence`Un maximum ne va qu’avec le qualificatif « entre » : retirez l’un ou changez l’autre.`,
    );
  }
  if (options.signed === false && value < 0) {
    report(
      'value',
      'negative_value',
      sentence`La valeur est négative : cet indicateur compte à partir de zéro.`,
    );
  }
  if (value === 0 && (qualifier === 'nearly' || (qualifier === 'less_than' && options.signed === false))) {
    report(
      'value',
      'empty_interval',
      sentence`Ce qualificatif ne laisse aucune valeur possible : écrivez 0 sans qualificatif.`,
    );
  }
  return issues;
}
