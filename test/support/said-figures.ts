import type { CheckedIndicator, SaidFigure, Surroundings } from '../../src/entry/checks/checks.types.js';
import { spanText } from '../../src/entry/checks/said-figures.rules.js';
import { sliceText } from '../../src/entry/plan/row-key.rules.js';
import { groupBy } from '../../src/kernel/group-by.rules.js';
import type { Qualifier } from '../../src/kernel/figure.types.js';
import { parsePeriodText } from '../../src/kernel/period.rules.js';
import { indicatorRule } from './facts.js';

let nextId = 1;

/** A figure that somebody entered: `said(450, '2020-01', { campaign: 'SALON' })`. */
export function said(
  value: number | null,
  period: string,
  rest: Partial<SaidFigure> & { qualifier?: Qualifier; valueMax?: number } = {},
): SaidFigure {
  const { qualifier = 'exact', valueMax = null, ...others } = rest;
  const span = parsePeriodText(period);
  if (!span) throw new Error(`${period} is not a period`);
  return {
    id: nextId++,
    indicator: 'VUES',
    campaign: null,
    territory: null,
    channel: null,
    organisation: null,
    start: span.start,
    end: span.end,
    quantity: value === null ? null : { value, valueMax, qualifier },
    status: 'submitted',
    marking: 'final',
    ...others,
  };
}

/** A counted flow without relations, unless said otherwise. */
export function checkedIndicator(rest: Partial<CheckedIndicator> = {}): CheckedIndicator {
  const { code, shortName, wording, nature, aggregationTime } = indicatorRule({
    code: 'VUES',
    shortName: 'Vues',
  });
  return {
    code,
    shortName,
    wording,
    nature,
    aggregationTime,
    subsetOf: null,
    chainAfter: null,
    restartsOn: null,
    costKind: null,
    ...rest,
  };
}

/** What stands around: other figures, and what is known of their indicators. */
export function surroundings(
  figures: readonly SaidFigure[],
  indicators: readonly CheckedIndicator[] = [checkedIndicator()],
  rest: Partial<Surroundings> = {},
): Surroundings {
  const inTime = figures.toSorted((one, other) => one.end.localeCompare(other.end));
  return {
    today: '2021-01-15',
    indicators: new Map(indicators.map((indicator) => [indicator.code, indicator])),
    campaigns: new Map(),
    breaks: new Map(),
    bySlice: groupBy(inTime, sliceText),
    bySpan: groupBy(inTime, spanText),
    ...rest,
  };
}

/** The months `2020-01`, `2020-02`… with a value each. */
export const months = (
  year: number,
  values: readonly (number | null)[],
  rest: Partial<SaidFigure> = {},
): SaidFigure[] =>
  values.map((value, index) => said(value, `${year}-${String(index + 1).padStart(2, '0')}`, rest));
