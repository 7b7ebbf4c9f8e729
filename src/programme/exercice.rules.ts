import { addDays, dateParts, dayNumber, isoOf, yearOf } from '../kernel/calendar.rules.js';
import type { InputIssue } from '../kernel/domain-error.js';
import { sentence } from '../kernel/french-text.rules.js';
import { covers, daysInMonth, overlaps, yearPeriod } from '../kernel/period.rules.js';
import type { ClosedPeriod, IsoDate } from '../kernel/period.types.js';
import type { Exercice } from './programme.types.js';

/** What the days of an exercice follow from: two dates, or the civil year of its name. */
export type DatedExercice = Pick<Exercice, 'year' | 'startDate' | 'endDate'>;

/** An exercice lasts no more than a year and a half: a first one may begin with the programme. */
const MOST_MONTHS = 18;

/** The days of a described exercice. */
export function periodOf({ year, startDate, endDate }: DatedExercice): ClosedPeriod {
  if (startDate !== null && endDate !== null) return { start: startDate, end: endDate };
  const { start, end } = yearPeriod(year);
  return { start, end };
}

/**
 * The days of the exercice of a name. One that nobody described is the civil year without the days that the others
 * hold; the civil year itself when they hold them all.
 */
export function exercicePeriod(year: number, exercices: readonly DatedExercice[]): ClosedPeriod {
  const described = exercices.find((one) => one.year === year);
  if (described !== undefined) return periodOf(described);
  const civil = periodOf({ year, startDate: null, endDate: null });
  let { start, end } = civil;
  for (const held of exercices.map(periodOf)) {
    if (!overlaps(held, civil)) continue;
    if (held.start <= start) start = later(start, addDays(held.end, 1));
    else end = earlier(end, addDays(held.start, -1));
  }
  return start <= end ? { start, end } : civil;
}

/** The exercice that holds a day: a described one, else the civil year; null for a day that two exercices leave between them. */
export function exerciceHolding(day: IsoDate, exercices: readonly DatedExercice[]): number | null {
  const held = exercices.find((one) => covers(periodOf(one), { start: day, end: day }));
  if (held !== undefined) return held.year;
  const civil = yearOf(day);
  return exercices.some(({ year }) => year === civil) ? null : civil;
}

/** « 2020 », « 2020-2021 » when its days stand in two civil years. */
export const exerciceLabel = (period: ClosedPeriod): string => labelOfYears(period, 0);

/** What the exercice after is called, whether it is described or not: « 2021-2022 » after « 2020-2021 ». */
export const nextExerciceLabel = (period: ClosedPeriod): string => labelOfYears(period, 1);

function labelOfYears({ start, end }: ClosedPeriod, later: number): string {
  const [first, last] = [yearOf(start) + later, yearOf(end) + later];
  return first === last ? String(last) : `${first}-${last}`;
}

/**
 * The day of another exercice at which as much of it has gone by: 30 September for 30 September, the end of February for
 * the end of February, leap year or not. When they do not begin on the same day of a month, as many days after the start.
 */
export function comparableDay(day: IsoDate, own: ClosedPeriod, other: ClosedPeriod): IsoDate {
  if (day >= own.end) return other.end;
  const [from, to] = [dateParts(own.start), dateParts(other.start)];
  if (from.day !== to.day)
    return earlier(other.end, addDays(other.start, dayNumber(day) - dayNumber(own.start)));
  const months = (to.year - from.year) * 12 + to.month - from.month;
  const { year, month, day: rank } = dateParts(day);
  const index = year * 12 + month - 1 + months;
  const [thatYear, thatMonth] = [Math.floor(index / 12), (index % 12) + 1];
  const last = daysInMonth(thatYear, thatMonth);
  const atEnd = rank === daysInMonth(year, month);
  return earlier(other.end, isoOf(thatYear, thatMonth, atEnd ? last : Math.min(rank, last)));
}

/** What is wrong with the days of an exercice among the others; null when nothing is. */
export function daysIssue(exercice: DatedExercice, others: readonly DatedExercice[]): InputIssue | null {
  const { year, startDate, endDate } = exercice;
  if ((startDate === null) !== (endDate === null)) {
    return {
      path: startDate === null ? 'startDate' : 'endDate',
      code: 'exercice_dates_incomplete',
      message: sentence`Donnez le premier et le dernier jour de l’exercice, ou aucun des deux : il va alors du 1er janvier au 31 décembre.`,
    };
  }
  const period = periodOf(exercice);
  if (period.end < period.start) {
    return {
      path: 'endDate',
      code: 'period_reversed',
      message: sentence`Le dernier jour vient avant le premier : corrigez l’une des deux dates.`,
    };
  }
  if (monthsIn(period) > MOST_MONTHS) {
    return {
      path: 'endDate',
      code: 'exercice_too_long',
      message: sentence`Un exercice dure au plus ${MOST_MONTHS} mois : rapprochez ses deux dates.`,
    };
  }
  if (yearOf(period.start) > year || yearOf(period.end) < year) {
    return {
      path: 'startDate',
      code: 'exercice_elsewhere',
      message: sentence`L’exercice ${year} doit avoir des jours en ${year} : corrigez ses dates.`,
    };
  }
  const met = others.find((other) => other.year !== year && overlaps(periodOf(other), period));
  if (met === undefined) return null;
  return {
    path: 'startDate',
    code: 'exercice_overlap',
    message: sentence`Ces jours sont déjà dans l’exercice ${exerciceLabel(periodOf(met))} : un jour n’appartient qu’à un exercice.`,
  };
}

/** Months that a period touches, the last one not when it ends before the day on which it began. */
function monthsIn({ start, end }: ClosedPeriod): number {
  const [from, to] = [dateParts(start), dateParts(addDays(end, 1))];
  return (to.year - from.year) * 12 + to.month - from.month + (to.day > from.day ? 1 : 0);
}

const later = (one: IsoDate, other: IsoDate): IsoDate => (one > other ? one : other);
const earlier = (one: IsoDate, other: IsoDate): IsoDate => (one < other ? one : other);
