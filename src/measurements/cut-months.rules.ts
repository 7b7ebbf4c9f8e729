import { covers, monthPeriod, monthsBetween } from '../kernel/period.rules.js';
import type { ClosedPeriod } from '../kernel/period.types.js';
import { monthNumber } from './measurement-part.rules.js';

/** The months that some days hold entirely, and what they hold of those that they cut. */
export interface CutMonths {
  /** Numbers of the first and the last, June 2020 is 202006; null for none. */
  whole: [number, number] | null;
  /** Two at most: the first days and the last ones. */
  cut: ClosedPeriod[];
}

export function cutMonths(period: ClosedPeriod): CutMonths {
  const spans = monthsBetween(period.start, period.end).map(monthPeriod);
  const whole = spans.filter((span) => covers(period, span)).map(({ start }) => monthNumber(start));
  const [first, last] = [whole[0], whole.at(-1)];
  return {
    whole: first === undefined || last === undefined ? null : [first, last],
    cut: spans
      .filter((span) => !covers(period, span))
      .map(({ start, end }) => ({
        start: start > period.start ? start : period.start,
        end: end < period.end ? end : period.end,
      })),
  };
}
