import { addDays, dateParts, isoOf, yearOf } from '../kernel/calendar.rules.js';
import { compareText } from '../kernel/compare-text.rules.js';
import { differenceOf } from '../kernel/difference.rules.js';
import { sumAmounts, toAmount } from '../kernel/figure.rules.js';
import type { Amount } from '../kernel/figure.types.js';
import { groupBy } from '../kernel/group-by.rules.js';
import type { ClosedPeriod, IsoDate } from '../kernel/period.types.js';
import type { MeasurementFact } from '../measurements/measurement.types.js';
import { DIMENSIONS, hasValue, sliceKey } from './declared-total.rules.js';
import { amountOf } from './fact-amount.rules.js';
import type { IndicatorRule } from './figure-input.types.js';

interface Point {
  day: IsoDate;
  amount: Amount;
}

/** What a running total said at the end of a day. */
export interface Reading extends Point {
  fact: MeasurementFact;
}

type CumulativeRule = Pick<IndicatorRule, 'wording' | 'restartsOn'>;

/** The readings of one slice in the order of their days; of two on one day, that of the shorter period, as a stock’s last value. */
export function readingsOf(rule: CumulativeRule, facts: readonly MeasurementFact[]): Reading[] {
  const ordered = facts.filter(hasValue).toSorted(byDay);
  const last = new Map(ordered.map((fact) => [fact.periodEnd, fact]));
  return [...last.values()].map((fact) => ({
    day: fact.periodEnd,
    amount: amountOf(rule, fact),
    fact,
  }));
}

const byDay = (one: MeasurementFact, other: MeasurementFact): number =>
  compareText(one.periodEnd, other.periodEnd) || compareText(one.periodStart, other.periodStart);

/** The last day on which a running total started again, up to this one; null when it never does. */
function restartUpTo(day: IsoDate, restartsOn: string | null): IsoDate | null {
  if (restartsOn === null) return null;
  const { month, day: first } = dateParts(`0001-${restartsOn}`);
  const restart = isoOf(yearOf(day), month, first);
  return restart <= day ? restart : isoOf(yearOf(day) - 1, month, first);
}

/** Whether it started again after one reading and before the next: on its day of every year, or at a reading of 0. */
export function restarted(before: Point, after: Point, { restartsOn }: CumulativeRule): boolean {
  const restart = restartUpTo(after.day, restartsOn);
  if (restart !== null && restart > before.day) return true;
  const isZero = ({ amount }: Point): boolean => amount.value === 0 && amount.qualifier === 'exact';
  return isZero(after) && !isZero(before);
}

/**
 * What a running total brought in each period (« décumul »): the last value at its end less the last before its
 * beginning. Null where one of them is not known. What starts again counts from zero; what it had reached since
 * the last reading before is lost, so that the flow is then a minimum.
 * @param facts those of one indicator; slices are taken one by one and added unless a whole was given.
 */
export function flowsOfCumulative(
  rule: CumulativeRule,
  facts: readonly MeasurementFact[],
  periods: readonly ClosedPeriod[],
): (Amount | null)[] {
  const isWhole = (fact: MeasurementFact): boolean =>
    fact.campaign === null && DIMENSIONS.every((dimension) => fact[dimension] === null);
  const whole = facts.filter((fact) => hasValue(fact) && isWhole(fact));
  const slices = whole.length > 0 ? [whole] : [...groupBy(facts.filter(hasValue), sliceKey).values()];
  const readings = slices.map((slice) => readingsOf(rule, slice));
  return periods.map((period) => {
    const flows = readings.map((slice) => flowOf(rule, slice, period));
    const known = flows.filter((flow) => flow !== null);
    return known.length === flows.length ? sumAmounts(known) : null;
  });
}

function flowOf(
  rule: CumulativeRule,
  readings: readonly Reading[],
  { start, end }: ClosedPeriod,
): Amount | null {
  const before = readings.findLast((reading) => reading.day < start) ?? zeroBefore(start, rule);
  const within = readings.filter((reading) => reading.day >= start && reading.day <= end);
  if (before === null || within.length === 0) return null;
  const flows: (Amount | null)[] = [];
  let [from, last]: [Point, Point] = [before, before];
  for (const reading of within) {
    if (restarted(last, reading, rule)) {
      if (last !== from) flows.push(differenceOf(last.amount, from.amount));
      flows.push(sinceRestart(last, reading, rule));
      from = reading;
    }
    last = reading;
  }
  if (last !== from) flows.push(differenceOf(last.amount, from.amount));
  const known = flows.filter((flow) => flow !== null);
  return known.length === flows.length ? sumAmounts(known) : null;
}

/** A running total that starts again on the first day of a period had nothing before it. */
function zeroBefore(start: IsoDate, { restartsOn }: CumulativeRule): Point | null {
  if (restartsOn === null || start.slice(5) !== restartsOn) return null;
  return { day: addDays(start, -1), amount: toAmount({ value: 0, valueMax: null, qualifier: 'exact' }) };
}

/** What was counted since it started again, and an unknown number before: none when it did on the very next day. */
function sinceRestart(before: Point, { day, amount }: Reading, { restartsOn }: CumulativeRule): Amount {
  if (restartUpTo(day, restartsOn) === addDays(before.day, 1) || amount.qualifier !== 'exact') return amount;
  return toAmount({ ...amount, qualifier: 'at_least' });
}
