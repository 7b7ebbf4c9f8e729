import type { IsoDate } from './period.types.js';

const FIRST_YEAR = 1;
const LAST_YEAR = 9999;

const pad = (value: number, width: number): string => String(value).padStart(width, '0');

/** ISO text of a day of the calendar. */
export const isoOf = (year: number, month: number, day: number): IsoDate =>
  `${pad(year, 4)}-${pad(month, 2)}-${pad(day, 2)}`;

/** Years that ISO text can carry: 1 to 9999. */
export const inCalendar = (year: number): boolean => year >= FIRST_YEAR && year <= LAST_YEAR;

/** The year, month and day of an ISO date that was read before. */
export function dateParts(date: IsoDate): { year: number; month: number; day: number } {
  return {
    year: Number(date.slice(0, 4)),
    month: Number(date.slice(5, 7)),
    day: Number(date.slice(8, 10)),
  };
}

/** Days since 1 March of year 0: plain integers, so that no time zone can shift a date. */
export function dayNumber(date: IsoDate): number {
  const { year, month, day } = dateParts(date);
  const shifted = month <= 2 ? year - 1 : year;
  const dayOfYear = Math.floor((153 * ((month + 9) % 12) + 2) / 5) + day - 1;
  return (
    shifted * 365 +
    Math.floor(shifted / 4) -
    Math.floor(shifted / 100) +
    Math.floor(shifted / 400) +
    dayOfYear
  );
}

/** 0 for Monday to 6 for Sunday. */
export const weekdayOf = (date: IsoDate): number => (dayNumber(date) + 2) % 7;

/** The day that comes `days` later, or earlier when negative. Throws RangeError outside years 1 to 9999. */
export function addDays(date: IsoDate, days: number): IsoDate {
  const number = dayNumber(date) + days;
  const era = Math.floor(number / 146_097);
  const dayOfEra = number - era * 146_097;
  const yearOfEra = Math.floor(
    (dayOfEra -
      Math.floor(dayOfEra / 1460) +
      Math.floor(dayOfEra / 36_524) -
      Math.floor(dayOfEra / 146_096)) /
      365,
  );
  const dayOfYear = dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100));
  const shiftedMonth = Math.floor((5 * dayOfYear + 2) / 153);
  const month = shiftedMonth < 10 ? shiftedMonth + 3 : shiftedMonth - 9;
  const year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0);
  if (!inCalendar(year))
    throw new RangeError(`${date} ${days >= 0 ? '+' : ''}${days} days leaves the calendar`);
  return isoOf(year, month, dayOfYear - Math.floor((153 * shiftedMonth + 2) / 5) + 1);
}

/** The same day a year later; 28 February for the 29th. Throws RangeError outside years 1 to 9999. */
export function yearLater(date: IsoDate): IsoDate {
  const { year, month, day } = dateParts(date);
  if (!inCalendar(year + 1)) throw new RangeError(`a year after ${date} leaves the calendar`);
  return isoOf(year + 1, month, month === 2 && day === 29 ? 28 : day);
}

/** `2020-04` of a date of April 2020. */
export const monthOf = (date: IsoDate): string => date.slice(0, 7);

/** 2020 of a date of 2020. */
export const yearOf = (date: IsoDate): number => dateParts(date).year;
