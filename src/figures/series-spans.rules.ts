import { addDays, dateParts, dayNumber, monthOf, yearOf } from '../kernel/calendar.rules.js';
import { DomainError, type InputIssue } from '../kernel/domain-error.js';
import { formatNumber } from '../kernel/french-number.rules.js';
import { sentence } from '../kernel/french-text.rules.js';
import { monthPeriod, monthsBetween } from '../kernel/period.rules.js';
import type { ClosedPeriod, IsoDate } from '../kernel/period.types.js';
import type { Grain, SeriesSpan } from './series.types.js';

/** Ten years of days. */
export const MOST_POINTS = 3_660;
/** Over all the slices of one answer. */
export const MOST_POINTS_OF_SLICES = 10 * MOST_POINTS;

const WIDER: Record<Grain, string> = {
  day: sentence`un grain plus large (« grain=month ») ou une période plus courte`,
  month: sentence`un grain plus large (« grain=year ») ou une période plus courte`,
  year: 'une période plus courte',
};

/**
 * The points from one day to another, whole ones: a month of which one day is asked is answered whole.
 * @param periodOfYear the days of an exercice, by its name.
 * @throws DomainError `invalid_request` for a window that ends before it starts or makes too many points.
 */
export function spansOf(
  grain: Grain,
  { start, end }: ClosedPeriod,
  periodOfYear: (year: number) => ClosedPeriod,
): SeriesSpan[] {
  if (end < start) {
    const message = sentence`La fin de la série précède son début : échangez « from » et « to ».`;
    throw refusal('La période de la série est à corriger.', { path: 'to', code: 'period_reversed', message });
  }
  refuseMany(countOf(grain, start, end), MOST_POINTS, grain);
  if (grain === 'month') return monthsBetween(start, end).map(monthSpan);
  if (grain === 'day') {
    return countedFrom(0, dayNumber(end) - dayNumber(start)).map((days) => daySpan(addDays(start, days)));
  }
  return countedFrom(yearOf(start), yearOf(end)).map((year) => ({
    period: String(year),
    start: periodOfYear(year).start,
    end: periodOfYear(year).end,
  }));
}

/** @throws DomainError when so many slices of so many points would make an answer that nobody reads. */
export function refuseManySlices(slices: number, points: number, grain: Grain): void {
  refuseMany(slices * points, MOST_POINTS_OF_SLICES, grain);
}

/** The point in which a period lies, or null when it is longer than a point or ends in none. Spans follow each other. */
export function spanHolding(
  spans: readonly SeriesSpan[],
  grain: Grain,
  { start, end }: ClosedPeriod,
): SeriesSpan | null {
  let [low, high] = [0, spans.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (String(spans[middle]?.end) < end) low = middle + 1;
    else high = middle;
  }
  const span = spans[low];
  if (span === undefined || end < span.start) return null;
  // A period across two exercices belongs to that of its end.
  return grain === 'year' || start >= span.start ? span : null;
}

function countOf(grain: Grain, start: IsoDate, end: IsoDate): number {
  const years = yearOf(end) - yearOf(start);
  if (grain === 'year') return years + 1;
  if (grain === 'day') return dayNumber(end) - dayNumber(start) + 1;
  return years * 12 + dateParts(end).month - dateParts(start).month + 1;
}

function refuseMany(points: number, most: number, grain: Grain): void {
  if (points <= most) return;
  const message = sentence`Cette série compterait ${formatNumber(points)} points, et le service en donne ${formatNumber(most)} au plus : demandez ${WIDER[grain]}.`;
  throw refusal('La série demandée est trop longue.', { path: 'to', code: 'too_many_points', message });
}

const refusal = (title: string, issue: InputIssue): DomainError =>
  new DomainError('invalid_request', title, 400, [issue]);

const countedFrom = (first: number, last: number): number[] =>
  Array.from({ length: last - first + 1 }, (_, index) => first + index);

const daySpan = (day: IsoDate): SeriesSpan => ({ period: day, start: day, end: day });

function monthSpan(day: string): SeriesSpan {
  const { start, end } = monthPeriod(monthOf(day));
  return { period: monthOf(day), start, end };
}
