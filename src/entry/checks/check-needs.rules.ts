import { addDays } from '../../kernel/calendar.rules.js';
import type { ClosedPeriod, IsoDate } from '../../kernel/period.types.js';
import type { Slice } from '../plan/collection-line.types.js';
import type { CheckedIndicator, SaidFigure } from './checks.types.js';
import { grainOf } from './past-values.rules.js';
import { sliceText } from '../plan/row-key.rules.js';
import { slicesAbove } from './slices-above.rules.js';

/** Figures of one slice that end, and that begin, between two days. */
export interface SliceNeed {
  slice: Slice;
  ends: ClosedPeriod;
  starts: ClosedPeriod;
}

const YEAR = 366;
/** Days before a figure within which others tell what is usual, by its length. */
const LOOK_BACK = { day: 56, month: 25 * 31, longer: 10 * YEAR };

const FIRST_DAY: IsoDate = '1900-01-01';
const LAST_DAY: IsoDate = '2999-12-31';

/** The day some days away, kept within the days that measurements may have. */
function away(day: IsoDate, days: number): IsoDate {
  const moved =
    days < 0 && day < '1950' ? FIRST_DAY : days > 0 && day > '2990' ? LAST_DAY : addDays(day, days);
  return moved < FIRST_DAY ? FIRST_DAY : moved > LAST_DAY ? LAST_DAY : moved;
}

function lookBack(period: ClosedPeriod): number {
  const grain = grainOf(period);
  if (grain.endsWith('days')) return grain === '1 days' ? LOOK_BACK.day : LOOK_BACK.month;
  return grain === '1 months' || grain === '3 months' ? LOOK_BACK.month : LOOK_BACK.longer;
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
  const back = away(start, -lookBack(figure));
  const always = { start: FIRST_DAY, end: LAST_DAY };
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
