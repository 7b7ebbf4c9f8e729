import { addDays, dateParts, isoOf, yearOf } from '../../kernel/calendar.rules.js';
import { formatDate, formatMonth, formatShortDate, shortMonths } from '../../kernel/french-date.rules.js';
import { sentence } from '../../kernel/french-text.rules.js';
import { daysInMonth, monthPeriod, parseIsoDate } from '../../kernel/period.rules.js';
import type { ClosedPeriod, IsoDate } from '../../kernel/period.types.js';
import {
  exerciceHolding,
  exerciceLabel,
  exercicePeriod,
  type DatedExercice,
} from '../../programme/exercice.rules.js';
import type { CollectionFrequency } from './collection-line.types.js';

/** The days for which figures are entered together, and how addresses and people name them. */
export interface EntryPeriod extends ClosedPeriod {
  grain: CollectionFrequency;
  /** In addresses: `2020-09-16`, `2020-09`, `2020-T3`, `2020` for an exercice. */
  name: string;
  /** « septembre 2020 », « 3ᵉ trimestre 2020 », « exercice 2020 ». */
  label: string;
  /** « pour septembre 2020 », « pour l’exercice 2020 »: what follows « pour ». */
  labelFor: string;
  /** For the head of a column: « sept. 2020 ». */
  shortLabel: string;
}

const MONTHS_IN_QUARTER = 3;
const QUARTERS = ['1er', '2e', '3e', '4e'];

function day(on: IsoDate): EntryPeriod {
  const shortLabel = sentence`${formatShortDate(on)} ${String(yearOf(on))}`;
  const label = formatDate(on, { weekday: true });
  return { grain: 'day', name: on, start: on, end: on, label, labelFor: sentence`le ${label}`, shortLabel };
}

function month(name: string): EntryPeriod {
  const { start, end } = monthPeriod(name);
  const { year, month: rank } = dateParts(start);
  const shortLabel = sentence`${String(shortMonths()[rank - 1])} ${String(year)}`;
  const label = formatMonth(name);
  return { grain: 'month', name, start, end, label, labelFor: label, shortLabel };
}

function quarter(year: number, rank: number): EntryPeriod {
  const last = rank * MONTHS_IN_QUARTER;
  return {
    grain: 'quarter',
    name: `${String(year).padStart(4, '0')}-T${rank}`,
    start: isoOf(year, last - 2, 1),
    end: isoOf(year, last, daysInMonth(year, last)),
    label: sentence`${String(QUARTERS[rank - 1])} trimestre ${String(year)}`,
    labelFor: sentence`le ${String(QUARTERS[rank - 1])} trimestre ${String(year)}`,
    shortLabel: sentence`T${rank} ${String(year)}`,
  };
}

function exercice(year: number, exercices: readonly DatedExercice[]): EntryPeriod {
  const period = exercicePeriod(year, exercices);
  const shortLabel = exerciceLabel(period);
  const label = sentence`exercice ${shortLabel}`;
  return { grain: 'year', name: String(year), ...period, label, labelFor: sentence`l’${label}`, shortLabel };
}

/** Reads `2020-09-16`, `2020-09`, `2020-T3` or `2020`, as addresses write them; null for anything else. */
export function parseEntryPeriod(name: string, exercices: readonly DatedExercice[]): EntryPeriod | null {
  const [, year = '', rest = ''] = /^([1-9]\d{3})(?:-(.+))?$/.exec(name) ?? [];
  if (year === '') return null;
  if (rest === '') return exercice(yearOf(`${year}-01-01`), exercices);
  const [, rank] = /^[Tt]([1-4])$/.exec(rest) ?? [];
  if (rank !== undefined) return quarter(yearOf(`${year}-01-01`), QUARTER_RANKS.indexOf(rank));
  const start = parseIsoDate(rest.length === 2 ? `${name}-01` : name);
  if (start === null) return null;
  return rest.length === 2 ? month(name) : day(start);
}

const QUARTER_RANKS = ['0', '1', '2', '3', '4'];

/** The period of a grain that holds a day. */
export function entryPeriodAround(
  grain: CollectionFrequency,
  on: IsoDate,
  exercices: readonly DatedExercice[],
): EntryPeriod {
  const { year, month: rank } = dateParts(on);
  switch (grain) {
    case 'day':
      return day(on);
    case 'month':
      return month(on.slice(0, 7));
    case 'quarter':
      return quarter(year, Math.ceil(rank / MONTHS_IN_QUARTER));
    case 'year':
      return exercice(exerciceHolding(on, exercices) ?? year, exercices);
  }
}

/** The period just before, of the same grain. */
export const periodBefore = (period: EntryPeriod, exercices: readonly DatedExercice[]): EntryPeriod =>
  period.grain === 'year'
    ? exercice(yearNamed(period) - 1, exercices)
    : entryPeriodAround(period.grain, addDays(period.start, -1), exercices);

/** The period just after, of the same grain. */
export const periodAfter = (period: EntryPeriod, exercices: readonly DatedExercice[]): EntryPeriod =>
  period.grain === 'year'
    ? exercice(yearNamed(period) + 1, exercices)
    : entryPeriodAround(period.grain, addDays(period.end, 1), exercices);

/** The same period a year before: September 2019 for September 2020; null for an exercice, whose period before it is. */
export function periodOfYearBefore(
  period: EntryPeriod,
  exercices: readonly DatedExercice[],
): EntryPeriod | null {
  if (period.grain === 'year') return null;
  const { year, month: rank, day: date } = dateParts(period.start);
  const last = daysInMonth(year - 1, rank);
  return entryPeriodAround(period.grain, isoOf(year - 1, rank, Math.min(date, last)), exercices);
}

const yearNamed = ({ name }: EntryPeriod): number => yearOf(`${name}-01-01`);

/** From when on slices are looked at to know what is habitual: a year before, two for exercices. */
export const habitsFrom = (period: EntryPeriod, exercices: readonly DatedExercice[]): IsoDate =>
  (periodOfYearBefore(period, exercices) ?? periodBefore(periodBefore(period, exercices), exercices)).start;

/** The day after which entries in a period are late; null when periods never close. */
export const closingDay = ({ end }: ClosedPeriod, closingDays: number | null): IsoDate | null =>
  closingDays === null ? null : addDays(end, closingDays);

/** The day after which what is entered says why it comes late; null while that day is not past, or when periods never close. */
export function closedSince(
  period: ClosedPeriod,
  closingDays: number | null,
  today: IsoDate,
): IsoDate | null {
  const last = closingDay(period, closingDays);
  return last !== null && last < today ? last : null;
}
