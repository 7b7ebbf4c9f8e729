import type { Annotation } from '../annotations/annotation.types.js';
import { dateParts, monthOf } from '../kernel/calendar.rules.js';
import { typographic } from '../kernel/french-text.rules.js';
import { daysInMonth, positionInMonths } from '../kernel/period.rules.js';
import type { ClosedPeriod, IsoDate } from '../kernel/period.types.js';
import type { ChartEvent } from '../platform/charts/chart.types.js';
import { uncapitalise } from './chart-parts.rules.js';
import { periodWithoutYear } from './timeline-spans.rules.js';

/** Beyond this many, letters touch each other and nobody reads their key. */
const MOST_EVENTS = 6;

/** What charts and documents show of an event. */
export type ToldEvent = Pick<
  Annotation,
  'code' | 'label' | 'text' | 'start' | 'end' | 'precision' | 'indicator' | 'campaign' | 'periodText'
>;

/** The events that a drawing holds: those of the indicator before those of the programme, then in the order of time. */
export function drawnEvents(events: readonly ToldEvent[], indicator: string | null): ToldEvent[] {
  const about = events.filter((event) => event.indicator === null || event.indicator === indicator);
  const kept = about
    .toSorted((one, other) => Number(one.indicator === null) - Number(other.indicator === null))
    .slice(0, MOST_EVENTS);
  return about.filter((event) => kept.includes(event));
}

/** « 17 mars : premier confinement », without the year that the chart says already. */
export const eventWords = ({ label, ...event }: ToldEvent, year: number): string =>
  typographic(`${eventDays(event, year)} : ${uncapitalise(label)}`);

const eventDays = ({ start, end, precision }: Omit<ToldEvent, 'label'>, year: number): string =>
  periodWithoutYear({ start, end: end ?? start, precision }, year);

const letter = (index: number): string => String.fromCodePoint(65 + index);

/** « A, 17 mars : premier confinement ; B, … », to be read with the values; nothing without events. */
export function eventsSentence(events: readonly ToldEvent[], year: number): string {
  if (events.length === 0) return '';
  const told = events.map((event, index) => `${letter(index)}, ${eventWords(event, year)}`).join(' ; ');
  return typographic(` ${events.length > 1 ? 'Repères' : 'Repère'} : ${told}.`);
}

const marks = (
  events: readonly ToldEvent[],
  year: number,
  place: (event: ToldEvent) => number,
): ChartEvent[] =>
  events.map((event, index) => ({ mark: letter(index), at: place(event), label: eventWords(event, year) }));

/** Events on a line whose points are months: each month's value stands in the middle of it. */
export function eventsOnMonths(
  events: readonly ToldEvent[],
  months: readonly string[],
  year: number,
): ChartEvent[] {
  const last = months.length - 1;
  return marks(events, year, ({ start, end, precision }) => {
    const index = months.indexOf(monthOf(start));
    if (index < 0) return months.every((month) => start < month) ? 0 : last;
    if (precision === 'month' && end !== null && monthOf(end) === monthOf(start)) return index;
    return Math.min(last, Math.max(0, index + shareOfMonth(start) - 0.5));
  });
}

/** Events on an exercice drawn as its months. */
export const eventsOnDays = (events: readonly ToldEvent[], year: number, days: ClosedPeriod): ChartEvent[] =>
  marks(events, year, ({ start }) => positionInMonths(start, days));

/** How much of its month has gone by on the morning of a day. */
function shareOfMonth(day: IsoDate): number {
  const { year, month, day: rank } = dateParts(day);
  return (rank - 1) / daysInMonth(year, month);
}

/** What the row of a month says of the events that begin in it; « dès avant » those that began earlier stand in the first. */
export function eventsOfMonth(
  events: readonly ToldEvent[],
  months: readonly string[],
  month: string,
): string {
  const found = events.filter(({ start }) => {
    const own = monthOf(start);
    return months.includes(own) ? own === month : month === months[0];
  });
  return found.map(({ label }) => typographic(label)).join(' ; ');
}
