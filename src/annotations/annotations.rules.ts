import { dateParts, monthOf, yearOf } from '../kernel/calendar.rules.js';
import { formatPeriod } from '../kernel/french-date.rules.js';
import type { InputIssue } from '../kernel/domain-error.js';
import { sentence } from '../kernel/french-text.rules.js';
import { codeOfName, freeCode } from '../kernel/new-code.rules.js';
import { monthPeriod, overlaps, seasonPeriod, yearPeriod } from '../kernel/period.rules.js';
import type { ClosedPeriod, IsoDate, Season } from '../kernel/period.types.js';
import type { AnnotationPrecision } from './annotation.types.js';

/** When an event took place. */
export interface Dating {
  start: IsoDate;
  end: IsoDate | null;
  precision: AnnotationPrecision;
}

/** The season in which a day falls: January belongs to the winter that began the year before. */
function seasonAround(day: IsoDate): ClosedPeriod {
  const { year, month } = dateParts(day);
  if (month <= 2) return seasonPeriod('winter', year - 1);
  const season: Season = month === 12 ? 'winter' : month <= 5 ? 'spring' : month <= 9 ? 'summer' : 'autumn';
  return seasonPeriod(season, year);
}

const AROUND: Record<Exclude<AnnotationPrecision, 'day'>, (day: IsoDate) => ClosedPeriod> = {
  month: (day) => monthPeriod(monthOf(day)),
  season: seasonAround,
  year: (day) => yearPeriod(yearOf(day)),
};

/** Fills the months, seasons or years to which an event is known; known to the day, it keeps its days. */
export function filled({ start, end, precision }: Dating): Dating {
  if (precision === 'day') return { start, end: end === start ? null : end, precision };
  const around = AROUND[precision];
  return { start: around(start).start, end: around(end ?? start).end, precision };
}

/** Days of winters that begin or end outside the calendar. */
const isBeyondSeasons = (day: IsoDate): boolean => day < '0001-03-01' || day > '9999-11-30';

/** What is wrong with when an event is said to take place, beside the field of a day; null when nothing is. */
export function datingIssue({ start, end, precision }: Dating): InputIssue | null {
  if (end !== null && end < start) {
    return {
      path: 'end',
      code: 'period_reversed',
      message: sentence`Le dernier jour vient avant le premier : écrivez un jour à partir du ${datingText({ start, end: null, precision: 'day' })}, ou laissez vide.`,
    };
  }
  const lost = precision === 'season' ? [start, end ?? start].findIndex(isBeyondSeasons) : -1;
  if (lost === -1) return null;
  return {
    path: lost === 0 ? 'start' : 'end',
    code: 'no_such_season',
    message: sentence`Aucune saison du calendrier ne tient ce jour : corrigez l’année, ou choisissez une autre précision.`,
  };
}

/** « 17 mars 2020 », « du 17 mars au 11 mai 2020 », « avril 2020 », « été 2020 ». */
export const datingText = ({ start, end, precision }: Dating): string =>
  formatPeriod({ start, end: end ?? start, precision });

/** The event has a day in the period. */
export const fallsWithin = ({ start, end }: Dating, period: ClosedPeriod): boolean =>
  overlaps({ start, end: end ?? start }, period);

/** `EV-2020-PREMIER-CONFINEMENT`, numbered when it is taken. @param taken canonical codes in use. */
export function newCode(label: string, start: IsoDate, taken: ReadonlySet<string>): string {
  const words = codeOfName(label, '-');
  const stem = ['EV', String(yearOf(start)), words].filter((part) => part !== '').join('-');
  return freeCode(stem, '-', taken);
}
