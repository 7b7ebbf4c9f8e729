import { daysInMonth } from '../kernel/period.rules.js';
import { dateParts } from '../kernel/calendar.rules.js';
import type { ClosedPeriod } from '../kernel/period.types.js';
import type { MeasurementContent } from './measurement.types.js';

/**
 * Where the standing version of a measurement counts. Days and months with an exact value are added up by slice and
 * month, for the sum of exact values is exact; all the rest stands apart, and is read one by one.
 */
export const PARTS = { none: 0, day: 1, month: 2, apart: 3, withdrawn: 4 } as const;
export type Part = (typeof PARTS)[keyof typeof PARTS];

/** 32 million of them still add up within 64 bits. Larger values stand apart. */
const LARGEST_ADDED = 274_877_906_944;
/** Longer sources stand apart: the source is part of a roll-up's key. */
const LONGEST_SOURCE = 200;

/** The part of what a version says; it must be one that stands, that is validated or withdrawn. */
export function partOf(period: ClosedPeriod, content: MeasurementContent): Part {
  const { value, qualifier, source, precision, status } = content;
  if (status === 'withdrawn') return PARTS.withdrawn;
  if (value === null || qualifier !== 'exact' || Math.abs(value) > LARGEST_ADDED) return PARTS.apart;
  // Counted like the database does, in characters.
  if (source !== null && source.length > LONGEST_SOURCE && [...source].length > LONGEST_SOURCE)
    return PARTS.apart;
  if (precision === 'day' && period.start === period.end) return PARTS.day;
  return precision === 'month' && isMonth(period) ? PARTS.month : PARTS.apart;
}

/** Added up with others, in the roll-up of its slice and month. */
export const isAdded = (part: Part): boolean => part === PARTS.day || part === PARTS.month;

function isMonth({ start, end }: ClosedPeriod): boolean {
  const { year, month, day } = dateParts(end);
  return start === `${end.slice(0, 8)}01` && day === daysInMonth(year, month);
}

/** June 2020 is 202006. Without cutting the text: every row of every batch has a month. */
export const monthNumber = (day: string): number =>
  digit(day, 0) * 100_000 +
  digit(day, 1) * 10_000 +
  digit(day, 2) * 1_000 +
  digit(day, 3) * 100 +
  digit(day, 5) * 10 +
  digit(day, 6);

const digit = (text: string, at: number): number => text.charCodeAt(at) - 48;
