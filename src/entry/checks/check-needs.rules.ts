import type { ClosedPeriod } from '../../kernel/period.types.js';
import type { Slice } from '../plan/collection-line.types.js';
import type { CheckedIndicator, SaidFigure } from './checks.types.js';
import { ALWAYS, away, lookedBackFrom, YEAR } from './past-values.rules.js';
import { sliceText } from '../plan/row-key.rules.js';
import { slicesAbove } from './slices-above.rules.js';

/** Figures of one slice that end, and that begin, between two days. */
export interface SliceNeed {
  slice: Slice;
  ends: ClosedPeriod;
  starts: ClosedPeriod;
}

/** What must be read to look at figures: their own past, the figures that they relate to, and the totals around them. */
export function needsOf(
  figures: readonly SaidFigure[],
  indicators: ReadonlyMap<string, CheckedIndicator>,
): SliceNeed[] {
  const needs = new Map<string, SliceNeed>();
  const add = (need: SliceNeed): void => {
    const { ends, starts } = need;
    needs.set(`${sliceText(need.slice)}|${ends.start}|${ends.end}|${starts.start}|${starts.end}`, need);
  };
  for (const figure of figures) {
    const indicator = indicators.get(figure.indicator);
    if (figure.quantity === null || !indicator) continue;
    for (const need of needsOfOne(figure, indicator, indicators)) add(need);
  }
  return [...needs.values()];
}

function needsOfOne(
  figure: SaidFigure,
  indicator: CheckedIndicator,
  indicators: ReadonlyMap<string, CheckedIndicator>,
): SliceNeed[] {
  const { start, end } = figure;
  const slice = (code: string): Slice => ({ ...figure, indicator: code });
  const back = lookedBackFrom(figure);
  const always = ALWAYS;
  const sameDays = { ends: { start: end, end }, starts: { start, end: start } };
  // The value after it, too, of what can only grow.
  const until = indicator.nature === 'cumulative' ? away(end, YEAR) : end;
  const needs: SliceNeed[] = [
    { slice: slice(indicator.code), ends: { start: back, end: until }, starts: always },
  ];
  const relatives = [...indicators.values()].filter(({ subsetOf }) => subsetOf === indicator.code);
  for (const code of [indicator.subsetOf, ...relatives.map((one) => one.code)])
    if (code !== null) needs.push({ slice: slice(code), ...sameDays });
  if (indicator.chainAfter !== null) {
    const year = { start: `${end.slice(0, 4)}-01-01`, end };
    needs.push({ slice: slice(indicator.chainAfter), ends: year, starts: always });
    needs.push({ slice: slice(indicator.code), ends: year, starts: always });
  }
  if (indicator.aggregationTime === 'sum') {
    const around = {
      ends: { start: end, end: away(end, YEAR) },
      starts: { start: away(start, -YEAR), end: start },
    };
    for (const above of slicesAbove(figure)) needs.push({ slice: above, ...around });
  }
  return needs;
}
