import { addDays, dateParts, isoOf, monthOf, weekdayOf, yearOf } from '../kernel/calendar.rules.js';
import { daysInMonth, monthPeriod, yearPeriod } from '../kernel/period.rules.js';
import type { ClosedPeriod, IsoDate } from '../kernel/period.types.js';
import type { Frequency, Indicator } from './indicator.types.js';

/** When the next value of an indicator is expected, and for which days. */
export interface NextDue {
  period: ClosedPeriod;
  due: IsoDate;
  isLate: boolean;
}

const DAYS_IN_WEEK = 7;

/** As many months as it says, counted from January. */
function monthsAround(day: IsoDate, length: 3 | 6): ClosedPeriod {
  const { year, month } = dateParts(day);
  const first = month - ((month - 1) % length);
  const last = first + length - 1;
  return { start: isoOf(year, first, 1), end: isoOf(year, last, daysInMonth(year, last)) };
}

/** The day, week, month… that holds a day. Weeks go from Monday to Sunday. */
const AROUND: Record<Exclude<Frequency, 'once'>, (day: IsoDate) => ClosedPeriod> = {
  day: (day) => ({ start: day, end: day }),
  week: (day) => {
    const start = addDays(day, -weekdayOf(day));
    return { start, end: addDays(start, DAYS_IN_WEEK - 1) };
  },
  month: (day) => monthPeriod(monthOf(day)),
  quarter: (day) => monthsAround(day, 3),
  half_year: (day) => monthsAround(day, 6),
  year: (day) => yearPeriod(yearOf(day)),
};

/**
 * The next value to expect: that of the period after the last one given, or of the present one when nothing was given
 * yet. Null where none is: no frequency, a value given once for all, an indicator that is no longer counted.
 */
export function nextDue(
  { frequency, dueDays, retiredOn }: Pick<Indicator, 'frequency' | 'dueDays' | 'retiredOn'>,
  lastGiven: IsoDate | null,
  today: IsoDate,
): NextDue | null {
  if (frequency === null || frequency === 'once') return null;
  const { start, end } = AROUND[frequency](lastGiven === null ? today : addDays(lastGiven, 1));
  if (retiredOn !== null && start > retiredOn) return null;
  const due = addDays(end, dueDays ?? 0);
  return { period: { start, end }, due, isLate: due < today };
}
