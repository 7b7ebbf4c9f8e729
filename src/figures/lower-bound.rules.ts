import type { Nature } from '../indicators/indicator.types.js';
import { sumAmounts, toAmount } from '../kernel/figure.rules.js';
import type { Amount } from '../kernel/figure.types.js';
import { groupBy } from '../kernel/group-by.rules.js';
import type { MeasurementFact } from '../measurements/measurement.types.js';
import { hasValue, sliceKey } from './declared-total.rules.js';
import { amountOf } from './fact-amount.rules.js';
import type { IndicatorRule } from './figure-input.types.js';

/** A sum of which something was left out. */
export function leastSum(amounts: readonly Amount[]): Amount | null {
  const sum = sumAmounts(amounts);
  return sum && atLeast(sum);
}

/** What an amount is at least; itself when nothing is known of that. */
function atLeast(amount: Amount): Amount {
  const { lower, lowerOpen } = amount.interval;
  if (lower === null) return amount;
  return toAmount({ value: lower, valueMax: null, qualifier: lowerOpen ? 'more_than' : 'at_least' });
}

/** The largest amount; only a lower bound of the maximum when another, open above, may pass it. */
export function highestOf(amounts: readonly Amount[], isMinimum: boolean): Amount | null {
  const [top, ...others] = amounts.toSorted(
    (one, other) => (other.valueMax ?? other.value) - (one.valueMax ?? one.value),
  );
  if (top === undefined || others.length === 0) return top ?? null;
  const mayBePassed = isMinimum || others.some((other) => other.interval.upper === null);
  return mayBePassed && top.interval.upper !== null ? atLeast(top) : top;
}

/** Rates, means and context figures of a part say nothing of the whole; nor does a part where others may be negative. */
const WITHOUT_BOUND: ReadonlySet<Nature> = new Set(['ratio', 'mean', 'context']);

/**
 * People counted once in the whole are at least those of its largest slice.
 * @param addsInTime the periods of one slice add up.
 */
export function largestPart(
  indicator: IndicatorRule,
  counted: readonly MeasurementFact[],
  addsInTime: boolean,
): Amount | null {
  if (WITHOUT_BOUND.has(indicator.nature) || indicator.wording.signed) return null;
  const keyOf = (fact: MeasurementFact): string => (addsInTime ? sliceKey(fact) : String(fact.id));
  const slices = groupBy(counted.filter(hasValue), keyOf);
  const sums = [...slices.values()].map((facts) =>
    sumAmounts(facts.map((fact) => amountOf(indicator, fact))),
  );
  const least = sums.filter((sum) => sum !== null).map(atLeast);
  const [top] = least.toSorted((one, other) => other.value - one.value || byOpenness(other, one));
  return top === undefined || top.value === 0 ? null : top;
}

/** « Plus de 100 » says more than « au moins 100 ». */
const byOpenness = (one: Amount, other: Amount): number =>
  Number(one.interval.lowerOpen) - Number(other.interval.lowerOpen);
