import { addDays, dateParts, dayNumber } from '../../kernel/calendar.rules.js';
import type { ClosedPeriod, IsoDate } from '../../kernel/period.types.js';
import type { SaidFigure, Surroundings } from './checks.types.js';
import { sliceText } from '../plan/row-key.rules.js';
import { stands } from './said-figures.rules.js';

/** Past values that are looked at. */
const MOST = 24;
/** Of the same season, enough to know it. */
const ENOUGH_OF_SEASON = 4;

/** How long a period is, so that months are compared with months: `1 months`, `7 days`. */
export function grainOf({ start, end }: ClosedPeriod): string {
  const [first, last] = [dateParts(start), dateParts(addDays(end, 1))];
  if (first.day === 1 && last.day === 1)
    return `${(last.year - first.year) * 12 + last.month - first.month} months`;
  return `${dayNumber(end) - dayNumber(start) + 1} days`;
}

/** Days, a little more than a year. */
export const YEAR = 366;
/** Days before a figure within which others tell what is usual, by its length. */
const LOOK_BACK = { day: 56, month: 25 * 31, longer: 10 * YEAR };

/** The days that measurements may have. */
export const ALWAYS: ClosedPeriod = { start: '1900-01-01', end: '2999-12-31' };

/** The day some days away, kept within the days that measurements may have. */
export function away(day: IsoDate, days: number): IsoDate {
  if (days < 0 && day < '1950') return ALWAYS.start;
  if (days > 0 && day > '2990') return ALWAYS.end;
  const moved = addDays(day, days);
  return moved < ALWAYS.start ? ALWAYS.start : moved > ALWAYS.end ? ALWAYS.end : moved;
}

/** The first day whose figures tell what is usual for another one: nothing older is read, nor looked at. */
export const lookedBackFrom = (figure: ClosedPeriod): IsoDate => away(figure.start, -lookBack(figure));

function lookBack(period: ClosedPeriod): number {
  const grain = grainOf(period);
  if (grain.endsWith('days')) return grain === '1 days' ? LOOK_BACK.day : LOOK_BACK.month;
  return grain === '1 months' || grain === '3 months' ? LOOK_BACK.month : LOOK_BACK.longer;
}

/** The figures of the same slice and length that came before, oldest first, since its last new definition. */
export function pastOf(figure: SaidFigure, { bySlice, breaks }: Surroundings): SaidFigure[] {
  const grain = grainOf(figure);
  const from = lookedBackFrom(figure);
  const since = (breaks.get(figure.indicator) ?? []).findLast((day) => day <= figure.end) ?? '';
  return (bySlice.get(sliceText(figure)) ?? [])
    .filter(
      (other) =>
        other.id !== figure.id &&
        other.end < figure.start &&
        other.end >= from &&
        other.start >= since &&
        stands(other) &&
        grainOf(other) === grain,
    )
    .slice(-MOST);
}

/** Those of the same season in the years before; empty when there are too few of them to know it. */
export function sameSeason(figure: SaidFigure, past: readonly SaidFigure[]): SaidFigure[] {
  const { year, month } = dateParts(figure.start);
  const isNear = ({ start }: SaidFigure): boolean => {
    const other = dateParts(start);
    const apart = (year - other.year) * 12 + month - other.month;
    return apart >= 11 && (apart % 12 <= 1 || apart % 12 === 11);
  };
  const near = grainOf(figure) === '1 months' || grainOf(figure) === '3 months' ? past.filter(isNear) : [];
  return near.length >= ENOUGH_OF_SEASON ? near : [];
}
