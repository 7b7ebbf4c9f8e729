import { addDays, dateParts, monthOf, weekdayOf, yearOf } from './calendar.rules.js';
import { NO_BREAK_SPACE } from './french-number.rules.js';
import type { IsoDate, Period, Season } from './period.types.js';

export const MONTHS = [
  'janvier',
  'février',
  'mars',
  'avril',
  'mai',
  'juin',
  'juillet',
  'août',
  'septembre',
  'octobre',
  'novembre',
  'décembre',
] as const;

const SHORT_MONTHS = [
  'janv.',
  'févr.',
  'mars',
  'avr.',
  'mai',
  'juin',
  'juil.',
  'août',
  'sept.',
  'oct.',
  'nov.',
  'déc.',
] as const;

const WEEKDAYS = ['lundi', 'mardi', 'mercredi', 'jeudi', 'vendredi', 'samedi', 'dimanche'] as const;

const SEASONS: Record<Season, { name: string; at: string; since: string; until: string }> = {
  spring: { name: 'printemps', at: 'au', since: 'depuis le', until: 'jusqu’au' },
  summer: { name: 'été', at: 'à l’', since: 'depuis l’', until: 'jusqu’à l’' },
  autumn: { name: 'automne', at: 'à l’', since: 'depuis l’', until: 'jusqu’à l’' },
  winter: { name: 'hiver', at: 'à l’', since: 'depuis l’', until: 'jusqu’à l’' },
};

const UNKNOWN = 'période non précisée';

export interface DateOptions {
  /** « mercredi 16 décembre 2020 ». */
  weekday?: boolean;
  /** Writes « 1^er^ », which pages and the PDF raise, instead of « 1er ». */
  rich?: boolean;
}

/** The twelve short names, « janv. » to « déc. ». */
export const shortMonths = (): readonly string[] => SHORT_MONTHS;

const glue = (...parts: (string | number)[]): string => parts.join(NO_BREAK_SPACE);
const before = (preposition: string, noun: string): string =>
  preposition.endsWith('’') ? `${preposition}${noun}` : `${preposition} ${noun}`;
const monthName = (date: IsoDate): string => MONTHS[dateParts(date).month - 1] as string;

function dayName(date: IsoDate, options: DateOptions): string {
  const { day } = dateParts(date);
  if (day !== 1) return String(day);
  return options.rich === true ? '1^er^' : '1er';
}

/** « 16 décembre 2020 », glued with no-break spaces; « 1er janvier 2021 ». */
export function formatDate(date: IsoDate, options: DateOptions = {}): string {
  const text = glue(dayName(date, options), monthName(date), yearOf(date));
  return options.weekday === true ? `${WEEKDAYS[weekdayOf(date)]} ${text}` : text;
}

/** « 16 déc. », for the axes of charts and narrow columns. */
export function formatShortDate(date: IsoDate): string {
  const { month } = dateParts(date);
  return glue(dayName(date, {}), SHORT_MONTHS[month - 1] as string);
}

/** « avril 2020 » of `2020-04` or of any of its days. */
export const formatMonth = (month: string): string =>
  glue(monthName(`${month.slice(0, 7)}-01`), yearOf(month));

/** « 10 h 30 » of `10:30`, « 10 h » of `10:00`. Throws RangeError when the text is no time of day. */
export function formatTime(time: string): string {
  const match = /^([01]\d|2[0-3]):([0-5]\d)(?::[0-5]\d(?:\.\d+)?)?$/.exec(time);
  if (match === null) throw new RangeError(`no such time: ${time}`);
  const hour = glue(Number(match[1]), 'h');
  return match[2] === '00' ? hour : glue(hour, String(match[2]));
}

/** « l’été 2020 » starts here: the season in which a day falls, named by the year in which it began. */
function seasonNamed(date: IsoDate): { season: Season; label: string } {
  const { year, month } = dateParts(date);
  if (month <= 2 || month === 12) {
    const first = month === 12 ? year : year - 1;
    return { season: 'winter', label: `hiver ${first}-${first + 1}` };
  }
  const season: Season = month <= 5 ? 'spring' : month <= 9 ? 'summer' : 'autumn';
  return { season, label: `${SEASONS[season].name} ${year}` };
}

function formatOpen(period: Period, options: DateOptions): string {
  const { start, precision } = period;
  const known = (start ?? period.end) as IsoDate;
  const since = start !== null;
  if (precision === 'season') {
    const { season, label } = seasonNamed(known);
    return before(since ? SEASONS[season].since : SEASONS[season].until, label);
  }
  if (precision === 'month') return `${since ? 'depuis' : 'jusqu’en'} ${formatMonth(known)}`;
  if (precision === 'year') return `${since ? 'depuis' : 'jusqu’en'} ${yearOf(known)}`;
  return `${since ? 'depuis le' : 'jusqu’au'} ${formatDate(known, options)}`;
}

/** Two days or more, which the calendar gives no name: « du 16 au 20 janvier 2020 », « les 16 et 17 janvier 2020 ». */
function formatDays(start: IsoDate, end: IsoDate, options: DateOptions): string {
  const first = [dayName(start, options)];
  if (monthOf(start) !== monthOf(end)) first.push(monthName(start));
  if (yearOf(start) !== yearOf(end)) first.push(String(yearOf(start)));
  const last = formatDate(end, { rich: options.rich });
  return addDays(start, 1) === end ? `les ${glue(...first)} et ${last}` : `du ${glue(...first)} au ${last}`;
}

function formatMonths(start: IsoDate, end: IsoDate): string {
  const name = yearOf(start) === yearOf(end) ? monthName(start) : formatMonth(start);
  return `${before(/^[ao]/.test(name) ? 'd’' : 'de', name)} à ${formatMonth(end)}`;
}

interface Named {
  text: string;
  /** What « in » says before it, empty when the text says it already. */
  preposition: string;
}

function nameOf(period: Period, options: DateOptions): Named {
  const { start, end, precision } = period;
  if (precision === 'unknown' || (start === null && end === null))
    return { text: UNKNOWN, preposition: 'sur une' };
  if (start === null || end === null) return { text: formatOpen(period, options), preposition: '' };
  if (precision === 'year') {
    const [first, last] = [yearOf(start), yearOf(end)];
    if (first === last) return { text: String(first), preposition: 'en' };
    return { text: `de ${first} à ${last}`, preposition: '' };
  }
  if (precision === 'month') {
    if (monthOf(start) === monthOf(end)) return { text: formatMonth(start), preposition: 'en' };
    return { text: formatMonths(start, end), preposition: '' };
  }
  if (precision === 'season') {
    const { season, label } = seasonNamed(start);
    if (seasonNamed(end).label === label) return { text: label, preposition: SEASONS[season].at };
  }
  if (start === end) return { text: formatDate(start, options), preposition: 'le' };
  return { text: formatDays(start, end, options), preposition: '' };
}

/** A period as a title: « avril 2020 », « été 2020 », « depuis avril 2020 », « du 1er juillet au 31 août 2020 ». */
export function formatPeriod(period: Period, options: DateOptions = {}): string {
  return nameOf(period, options).text;
}

/** A period inside a sentence: « en janvier 2020 », « à l’été 2020 », « au printemps 2020 », « le 16 décembre 2020 ». */
export function formatPeriodIn(period: Period, options: DateOptions = {}): string {
  const { text, preposition } = nameOf(period, options);
  return preposition === '' ? text : before(preposition, text);
}
