import { dateParts, inCalendar, isoOf, monthOf, yearOf } from './calendar.rules.js';
import type { ClosedPeriod, IsoDate, Period, Precision, Season } from './period.types.js';

/** A period with both ends and its precision. */
export type KnownPeriod = Period & ClosedPeriod;

/** The contract's seasons: summer is the tourist season, winter runs to the end of the next February. */
const SEASON_MONTHS: Record<Season, { first: number; last: number; yearsLater: number }> = {
  spring: { first: 3, last: 5, yearsLater: 0 },
  summer: { first: 6, last: 9, yearsLater: 0 },
  autumn: { first: 10, last: 11, yearsLater: 0 },
  winter: { first: 12, last: 2, yearsLater: 1 },
};

const SEASON_WORDS: ReadonlyMap<string, Season> = new Map([
  ['printemps', 'spring'],
  ['ete', 'summer'],
  ['été', 'summer'],
  ['automne', 'autumn'],
  ['hiver', 'winter'],
]);

/** Days of a month (1 to 12) in the Gregorian calendar. */
export function daysInMonth(year: number, month: number): number {
  if (month === 2) return (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0 ? 29 : 28;
  return [4, 6, 9, 11].includes(month) ? 30 : 31;
}

/** Reads `2020-12-16`; null for anything that is not a day of the calendar, `2020-02-30` included. */
export function parseIsoDate(text: string): IsoDate | null {
  if (text.length !== 10 || text[4] !== '-' || text[7] !== '-') return null;
  const [year, month, day] = [digits(text, 0, 4), digits(text, 5, 7), digits(text, 8, 10)];
  const isDay =
    inCalendar(year) &&
    month >= 1 &&
    month <= 12 &&
    day >= 1 &&
    (day <= 28 || day <= daysInMonth(year, month));
  return isDay ? text : null;
}

/** The number that these characters write in decimal, NaN for anything else: without a pattern, for every row has days. */
function digits(text: string, from: number, to: number): number {
  let number = 0;
  for (let at = from; at < to; at += 1) {
    const digit = text.charCodeAt(at) - 48;
    if (!(digit >= 0 && digit <= 9)) return Number.NaN;
    number = number * 10 + digit;
  }
  return number;
}

/** The whole month `2020-04`. Throws RangeError when the text is no month. */
export function monthPeriod(month: string): KnownPeriod {
  const start = parseIsoDate(`${month}-01`);
  if (start === null) throw new RangeError(`no such month: ${month}`);
  const { year, month: number } = dateParts(start);
  return { start, end: isoOf(year, number, daysInMonth(year, number)), precision: 'month' };
}

/** The civil year. Throws RangeError outside 1 to 9999. */
export function yearPeriod(year: number): KnownPeriod {
  if (!Number.isInteger(year) || !inCalendar(year)) throw new RangeError(`no such year: ${year}`);
  return { start: isoOf(year, 1, 1), end: isoOf(year, 12, 31), precision: 'year' };
}

/** A season named by the year in which it starts: winter 2020 ends in February 2021. */
export function seasonPeriod(season: Season, year: number): KnownPeriod {
  const { first, last, yearsLater } = SEASON_MONTHS[season];
  const endYear = year + yearsLater;
  if (!Number.isInteger(year) || !inCalendar(year) || !inCalendar(endYear)) {
    throw new RangeError(`no such season: ${season} ${year}`);
  }
  return {
    start: isoOf(year, first, 1),
    end: isoOf(endYear, last, daysInMonth(endYear, last)),
    precision: 'season',
  };
}

/** Reads `2020`, `2020-04`, `2020-04-16`, `2020-ete`; null for anything else. */
export function parsePeriodText(text: string): KnownPeriod | null {
  const day = parseIsoDate(text);
  if (day !== null) return { start: day, end: day, precision: 'day' };
  const match = /^(\d{4})(?:-(\d{2}|\p{Ll}+))?$/u.exec(text.normalize('NFC'));
  const year = Number(match?.[1]);
  if (match === null || !inCalendar(year)) return null;
  const part = match[2];
  if (part === undefined) return yearPeriod(year);
  if (/^\d/.test(part)) return parseIsoDate(`${text}-01`) === null ? null : monthPeriod(text);
  const season = SEASON_WORDS.get(part);
  if (season === undefined || !inCalendar(year + SEASON_MONTHS[season].yearsLater)) return null;
  return seasonPeriod(season, year);
}

/** The season that these days fill exactly, or null. */
export function seasonOf(start: IsoDate, end: IsoDate): { season: Season; year: number } | null {
  const year = yearOf(start);
  for (const season of Object.keys(SEASON_MONTHS) as Season[]) {
    if (!inCalendar(year + SEASON_MONTHS[season].yearsLater)) continue;
    const whole = seasonPeriod(season, year);
    if (whole.start === start && whole.end === end) return { season, year };
  }
  return null;
}

/** The finest name that dates deserve: a whole month is a month, anything without a name of its own a range. */
export function precisionOf(start: IsoDate | null, end: IsoDate | null): Precision {
  if (start === null && end === null) return 'unknown';
  if (start === null || end === null) return 'range';
  if (start === end) return 'day';
  if (monthPeriod(monthOf(start)).start === start && monthPeriod(monthOf(start)).end === end) return 'month';
  const year = yearPeriod(yearOf(start));
  if (year.start === start && year.end === end) return 'year';
  return seasonOf(start, end) === null ? 'range' : 'season';
}

type Span = Pick<Period, 'start' | 'end'>;

/** Every day of `inner` is a day of `outer`; a missing end is endless. */
export function covers(outer: Span, inner: Span): boolean {
  const startsBefore = outer.start === null || (inner.start !== null && outer.start <= inner.start);
  const endsAfter = outer.end === null || (inner.end !== null && outer.end >= inner.end);
  return startsBefore && endsAfter;
}

/** The two spans share at least one day. */
export function overlaps(one: Span, other: Span): boolean {
  const startsInTime = one.start === null || other.end === null || one.start <= other.end;
  const endsInTime = one.end === null || other.start === null || one.end >= other.start;
  return startsInTime && endsInTime;
}

/** A period across two exercices belongs to that of its end. */
export const exerciceOf = (period: Pick<ClosedPeriod, 'end'>): number => yearOf(period.end);

/** A period without a beginning or without an end. */
export const isOpen = (period: Span): boolean => period.start === null || period.end === null;

/** The months `2020-01`, `2020-02`… from one date or month to another, both included; empty when reversed. */
export function monthsBetween(from: string, to: string): string[] {
  const index = (text: string): number => Number(text.slice(0, 4)) * 12 + Number(text.slice(5, 7)) - 1;
  const months: string[] = [];
  for (let at = index(from); at <= index(to); at += 1) {
    months.push(monthOf(isoOf(Math.floor(at / 12), (at % 12) + 1, 1)));
  }
  return months;
}

/** Where a day falls on a period drawn month by month, from 0: its morning, or its evening for the end of a period. */
export function positionInMonths(
  date: IsoDate,
  { start, end }: ClosedPeriod,
  edge: 'start' | 'end' = 'start',
): number {
  const index = (day: IsoDate): number => dateParts(day).year * 12 + dateParts(day).month;
  const [month, months] = [index(date) - index(start), index(end) - index(start) + 1];
  if (month < 0 || month >= months) return month < 0 ? 0 : months;
  const parts = dateParts(date);
  const days = edge === 'start' ? parts.day - 1 : parts.day;
  return month + days / daysInMonth(parts.year, parts.month);
}
