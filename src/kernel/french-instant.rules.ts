import { formatDate } from './french-date.rules.js';
import { NO_BREAK_SPACE } from './french-number.rules.js';
import type { IsoDate } from './period.types.js';

/** sv-SE writes `2020-12-17 10:30:00`. */
const PARIS = new Intl.DateTimeFormat('sv-SE', {
  timeZone: 'Europe/Paris',
  dateStyle: 'short',
  timeStyle: 'medium',
});
const HOUR_MS = 3_600_000;

/** Day and time of day in Paris, `2020-12-17` and `10:30:00`, of an ISO instant. @throws RangeError when it is none. */
export function parisTime(instant: string): { day: IsoDate; time: string } {
  const written = PARIS.format(new Date(instant));
  const space = written.indexOf(' ');
  return { day: written.slice(0, space), time: written.slice(space + 1) };
}

/** « 17 décembre 2020 à 9 h 05 » in Paris, the minutes always; null when the text is no instant. */
export function formatInstant(instant: string): string | null {
  if (Number.isNaN(Date.parse(instant))) return null;
  const { day, time } = parisTime(instant);
  const hour = time.slice(0, 2).replace(/^0/, '');
  return `${formatDate(day)} à ${[hour, 'h', time.slice(3, 5)].join(NO_BREAK_SPACE)}`;
}

/** The instant at which a day begins in Paris, `2020-07-13T22:00:00Z` for 14 July 2020. */
export function startOfParisDay(day: IsoDate): string {
  const midnight = Date.parse(`${day}T00:00:00Z`);
  // Paris is two hours ahead of UTC in summer, one in winter: two hours before midnight is still the day before.
  const isSummer = parisTime(new Date(midnight - 2 * HOUR_MS).toISOString()).day === day;
  return new Date(midnight - (isSummer ? 2 : 1) * HOUR_MS).toISOString().replace('.000Z', 'Z');
}
