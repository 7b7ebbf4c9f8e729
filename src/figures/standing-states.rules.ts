import { compareText } from '../kernel/compare-text.rules.js';
import type { ClosedPeriod, IsoDate } from '../kernel/period.types.js';
import type { MeasurementFact } from '../measurements/measurement.types.js';
import { timeOperator } from './aggregation.rules.js';
import { agedFacts, carriedFacts } from './carried-stock.rules.js';
import { hasValue, sliceKey } from './declared-total.rules.js';
import type { IndicatorRule } from './figure-input.types.js';

/**
 * What stands of a state beside what was told in each point: of every slice, the last value before it, which is that of
 * the figure too. Views of Facebook read in May join those of Instagram read in April.
 * @param points the days and the facts of each, in the order of time; nothing stands where none of them has a value.
 * @param startOf the first day of the exercice that holds a day: a value goes beyond it only where it is carried.
 */
export function standingBeside(
  indicator: IndicatorRule,
  facts: readonly MeasurementFact[],
  points: readonly { span: ClosedPeriod; own: readonly MeasurementFact[] }[],
  startOf: (day: IsoDate) => IsoDate,
): MeasurementFact[][] {
  if (timeOperator(indicator) !== 'last') return points.map(() => []);
  const ordered = facts.filter(hasValue).toSorted(byTime);
  const last = new Map<string, MeasurementFact>();
  let next = 0;
  return points.map(({ span, own }) => {
    for (; String(ordered[next]?.periodEnd ?? span.start) < span.start; next += 1) {
      const fact = ordered[next] as MeasurementFact;
      last.set(sliceKey(fact), fact);
    }
    if (!own.some(hasValue)) return [];
    const start = startOf(span.start);
    const before = [...last.values()];
    const ofYear = before.filter(({ periodEnd }) => periodEnd >= start);
    const earlier = before.filter(({ periodEnd }) => periodEnd < start);
    const carried = indicator.carriesLastValue ? carriedFacts([...ofYear, ...own], earlier) : [];
    return [...agedFacts(indicator, [...ofYear, ...carried], span.end).facts];
  });
}

/** Of two values of one day, that of the shorter period is the last. */
const byTime = (one: MeasurementFact, other: MeasurementFact): number =>
  compareText(one.periodEnd, other.periodEnd) ||
  compareText(one.periodStart, other.periodStart) ||
  one.id - other.id;
