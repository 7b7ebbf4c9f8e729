import { amountNumbers, type AmountNumbers } from './amount-numbers.rules.js';
import type { Grain, Series, SeriesDimension, SpannedPoint } from './series.types.js';

interface PointAnswer extends AmountNumbers {
  absence: string | null;
  empty?: string;
  partial?: { given: number; expected: number };
  text: string;
  marking: string;
  flow?: (AmountNumbers & { text: string }) | null;
}

/** A series as the API gives it: one list of points, which bear the code and the words of their slice when they have one. */
export interface SeriesAnswer {
  indicator: string;
  campaign?: string;
  unit: string;
  from: string;
  to: string;
  grain: Grain;
  by?: SeriesDimension;
  items: (PointAnswer & { period: string; key?: string; label?: string })[];
  undated?: (PointAnswer & { periodStart: string; periodEnd: string })[];
  notes?: string[];
}

export type SeriesHeading = Omit<SeriesAnswer, 'items' | 'undated' | 'notes'>;

export function seriesAnswer(heading: SeriesHeading, series: Series, decimals: number): SeriesAnswer {
  const { lines, undated, notes } = series;
  return {
    ...heading,
    items: lines.flatMap(({ slice, points }) =>
      points.map((point) => ({
        period: point.period,
        ...slice,
        ...pointAnswer(point, decimals),
      })),
    ),
    ...(undated.length === 0
      ? {}
      : {
          undated: undated.map(({ start, end, point }) => ({
            periodStart: start,
            periodEnd: end,
            ...pointAnswer(point, decimals),
          })),
        }),
    ...(notes.length === 0 ? {} : { notes }),
  };
}

function pointAnswer(point: SpannedPoint, decimals: number): PointAnswer {
  const { amount, absence, empty, partial, text, marking, flow } = point;
  return {
    ...amountNumbers(amount, decimals),
    absence,
    ...(empty === null ? {} : { empty }),
    ...(partial === null ? {} : { partial }),
    text,
    marking,
    ...(flow === undefined
      ? {}
      : { flow: flow && { ...amountNumbers(flow.amount, decimals), text: flow.text } }),
  };
}
