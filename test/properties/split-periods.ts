import { addDays, dayNumber } from '../../src/kernel/calendar.rules.js';
import { monthPeriod, monthsBetween } from '../../src/kernel/period.rules.js';
import type { ClosedPeriod } from '../../src/kernel/period.types.js';

type Given = Record<string, unknown>;

export const spanOf = (one: Given): ClosedPeriod => ({
  start: String(one['periodStart']),
  end: String(one['periodEnd']),
});

/** The days of a month, the months of a year; none of another period, which stays whole. */
function partsOf({ start, end }: ClosedPeriod): ClosedPeriod[] {
  const month = monthPeriod(start.slice(0, 7));
  if (month.start === start && month.end === end) {
    const length = dayNumber(end) - dayNumber(start) + 1;
    return Array.from({ length }, (_, index) => addDays(start, index)).map((day) => ({
      start: day,
      end: day,
    }));
  }
  const isYear = start.endsWith('-01-01') && end === `${start.slice(0, 4)}-12-31`;
  return isYear ? monthsBetween(start.slice(0, 7), end.slice(0, 7)).map(monthPeriod) : [];
}

/** A whole number of the smallest unit as so many that add up to it, none of them alike where it can be. */
function shares(total: number, count: number): number[] {
  const least = Math.trunc(total / count);
  const rest = total - least * count;
  return Array.from({ length: count }, (_, index) => least + (index < rest ? 1 : 0));
}

/** The same value entered as that of its days or of its months. @param decimals of its unit. */
export function split(one: Given, decimals: number): Given[] {
  const parts = partsOf(spanOf(one));
  if (parts.length === 0) return [one];
  const unit = 10 ** decimals;
  const values = shares(Math.round(Number(one['value']) * unit), parts.length);
  return parts.map(({ start, end }, index) => ({
    ...one,
    periodStart: start,
    periodEnd: end,
    value: ((values[index] ?? 0) / unit).toFixed(decimals),
  }));
}
