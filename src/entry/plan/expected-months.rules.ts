import { groupBy } from '../../kernel/group-by.rules.js';
import type { ClosedPeriod, IsoDate } from '../../kernel/period.types.js';
import type { MeasurementRecord } from '../../measurements/measurement-record.types.js';
import type { DatedExercice } from '../../programme/exercice.rules.js';
import type { Slice } from './collection-line.types.js';
import { type EntryPeriod, entryPeriodAround, periodAfter } from './entry-period.rules.js';
import type { ExpectedFigure, ExpectedFrame } from './expected-figure.types.js';
import { figuresOf } from './expected-figures.rules.js';
import { figureOf, sliceOf } from './expected-row.rules.js';
import { rowKey, sliceText } from './row-key.rules.js';
import { inOrder } from './row-order.rules.js';

/** One slice over the months of an exercice: a figure for each of them, in their order. */
export interface MonthlyFigure extends Slice {
  key: string;
  months: readonly ExpectedFigure[];
}

/** The months of an exercice: those whose last day it holds, as a month's figures are counted. */
export function monthsOf({ start, end }: ClosedPeriod, exercices: readonly DatedExercice[]): EntryPeriod[] {
  const months: EntryPeriod[] = [];
  let month = entryPeriodAround('month', start, exercices);
  while (month.end <= end) {
    months.push(month);
    month = periodAfter(month, exercices);
  }
  return months;
}

/** What the rows of one month follow from; `enteredFrom` on, as its own grid looks back. */
export interface MonthInput extends Omit<ExpectedFrame, 'asked'> {
  enteredFrom: IsoDate;
}

/**
 * What is collected by month in several months: what one of them awaits, or has for its whole length, then what is asked
 * for. Each has its figure in every month, also where nobody awaits it. In the order of a month's rows.
 */
export function expectedByMonth(
  inputs: readonly MonthInput[],
  entered: readonly MeasurementRecord[],
  asked: readonly Slice[],
): MonthlyFigure[] {
  const bySlice = groupBy(entered, sliceText);
  const byMonth = inputs.map((input) => {
    const known = since(bySlice, input.enteredFrom);
    const rows = figuresOf({ ...input, asked: [] }, known);
    return { input, known, rows: new Map(rows.map((row) => [row.key, row])) };
  });
  const wanted = new Map<string, Slice>(asked.map((slice) => [rowKey(slice), slice]));
  for (const { input, rows } of byMonth)
    for (const row of rows.values()) if (isMonthly(row, input.period)) wanted.set(row.key, row);
  const [first] = byMonth;
  if (first === undefined) return [];
  const found = [...wanted].flatMap(([key, slice]): MonthlyFigure[] => {
    const months = byMonth.flatMap(
      ({ input, known, rows }) =>
        rows.get(key) ?? figureOf(slice, { ...input, asked: [] }, known.get(sliceText(slice)) ?? []) ?? [],
    );
    return months.length === 0 ? [] : [{ ...sliceOf(slice), key, months }];
  });
  return inOrder(found, first.input);
}

/** What ends from a day on, in its slices; those without any are not there. */
function since(
  bySlice: ReadonlyMap<string, readonly MeasurementRecord[]>,
  from: IsoDate,
): ReadonlyMap<string, readonly MeasurementRecord[]> {
  const kept = [...bySlice].map(([text, own]) => [text, own.filter((one) => one.periodEnd >= from)] as const);
  return new Map(kept.filter(([, own]) => own.length > 0));
}

/** What is told of single days, or of a season, stands in the grids of its own periods. */
function isMonthly({ isExpected, origin, days }: ExpectedFigure, month: ClosedPeriod): boolean {
  return isExpected || (origin === 'entered' && days.start === month.start && days.end === month.end);
}
