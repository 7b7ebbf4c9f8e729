import { monthOf } from '../kernel/calendar.rules.js';
import { groupBy } from '../kernel/group-by.rules.js';
import { monthsBetween } from '../kernel/period.rules.js';
import type { MeasurementFact } from '../measurements/measurement.types.js';
import { timeOperator } from './aggregation.rules.js';
import { DIMENSIONS, hasValue, sliceKey } from './declared-total.rules.js';
import type { Evidence } from './evidence.rules.js';

/**
 * A part and what holds it, over the months and the slices that both tell: projects of January to June are compared with
 * visitors of January to March for these three months. What has another measure of its own, a rate or a mean, is left
 * as it is.
 */
export function toldByBoth(part: Evidence, whole: Evidence): [Evidence, Evidence] {
  const operator = timeOperator(part.indicator);
  if (operator === 'sum') return [within(part, whole, monthsOf), whole];
  // The last of several states is compared with one of the same month.
  return operator === 'last'
    ? [within(part, whole, lastMonthOf), within(whole, part, lastMonthOf)]
    : [part, whole];
}

type Months = (fact: MeasurementFact) => string[];

const monthsOf: Months = ({ periodStart, periodEnd }) => monthsBetween(periodStart, periodEnd);
const lastMonthOf: Months = ({ periodEnd }) => [monthOf(periodEnd)];

/** What of one is told by the other: every month of it, for its slice, one that holds it or parts of it. */
function within(one: Evidence, other: Evidence, months: Months): Evidence {
  const slices = [...groupBy(other.facts.filter(hasValue), sliceKey).values()].map((facts) => ({
    slice: facts[0],
    months: new Set(facts.flatMap(months)),
  }));
  const told = new Map<string, ReadonlySet<string>>();
  const toldOf = (fact: MeasurementFact): ReadonlySet<string> => {
    const key = sliceKey(fact);
    const known =
      told.get(key) ??
      new Set(slices.filter(({ slice }) => mayShare(slice, fact)).flatMap((found) => [...found.months]));
    told.set(key, known);
    return known;
  };
  const facts = one.facts.filter((fact) => months(fact).every((month) => toldOf(fact).has(month)));
  // The same list when nothing is left out: what it comes to is known already.
  return facts.length === one.facts.length ? one : { ...one, facts };
}

/** Nothing says that two slices are apart: 150 for the Lot are compared with 120 in Cahors. */
const mayShare = (one: MeasurementFact, other: MeasurementFact): boolean =>
  (['campaign', ...DIMENSIONS] as const).every(
    (axis) => one[axis] === null || other[axis] === null || one[axis] === other[axis],
  );
