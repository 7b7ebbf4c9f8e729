import type { Indicator } from '../../indicators/indicator.types.js';
import { addDays, dayNumber } from '../../kernel/calendar.rules.js';
import { covers } from '../../kernel/period.rules.js';
import type { ClosedPeriod } from '../../kernel/period.types.js';
import type { MeasurementRecord } from '../../measurements/measurement-record.types.js';
import type { CollectionLine, Slice } from './collection-line.types.js';
import type { EntryPeriod } from './entry-period.rules.js';
import type { ExpectedFigure, ExpectedFrame, RowOrigin } from './expected-figure.types.js';
import { rowKey } from './row-key.rules.js';

/** A later state replaces an earlier one: it is told of a day, the last of the period. */
const STATES: ReadonlySet<Indicator['nature']> = new Set(['stock', 'cumulative', 'snapshot']);
/** A year's cost covers each of its months: only seasons and the like are told beside them. */
const LONGEST_COVERING_DAYS = 215;
/** Days of a whole period. */
const LENGTHS = {
  month: { least: 28, most: 31 },
  quarter: { least: 90, most: 92 },
  year: { least: 300, most: 550 },
};

/** Told of a day, not of a period. */
export const isState = ({ nature }: Pick<Indicator, 'nature'>): boolean => STATES.has(nature);

/** The days of which a measurement speaks. */
export const spanOf = ({ periodStart, periodEnd }: MeasurementRecord): ClosedPeriod => ({
  start: periodStart,
  end: periodEnd,
});
const isSame = (one: ClosedPeriod, { start, end }: ClosedPeriod): boolean =>
  one.start === start && one.end === end;
const daysIn = ({ start, end }: ClosedPeriod): number => dayNumber(end) - dayNumber(start) + 1;

/** The row of one slice, whoever awaits it; null when it is somebody else's, or of no indicator. @param own of that slice. */
export function figureOf(
  slice: Slice,
  input: ExpectedFrame,
  own: readonly MeasurementRecord[],
  origin: RowOrigin = 'asked',
  line: CollectionLine | null = null,
): ExpectedFigure | null {
  const indicator = input.indicators.find(({ code }) => code === slice.indicator);
  if (indicator === undefined || !isTheirs(slice, input)) return null;
  return rowOf(sliceOf(slice), indicator, origin, line, own, input);
}

/** Where a row is measured, without the rest. */
export const sliceOf = ({ indicator, campaign, territory, channel, organisation }: Slice): Slice => ({
  indicator,
  campaign,
  territory,
  channel,
  organisation,
});

const isTheirs = (
  { organisation }: Slice,
  { organisations }: Pick<ExpectedFrame, 'organisations'>,
): boolean => organisations === null || (organisation !== null && organisations.includes(organisation));

/** What was taken back says nothing any more. */
export const isSaid = ({ status }: MeasurementRecord): boolean => status !== 'withdrawn';

/** A whole period of the grain, or the day of a state. */
export function isOfGrain(entered: MeasurementRecord, period: EntryPeriod, isToldByDay: boolean): boolean {
  const days = daysIn(spanOf(entered));
  if (period.grain === 'day') return days === 1 && !isToldByDay;
  if (days === 1) return isToldByDay;
  const { least, most } = LENGTHS[period.grain];
  return days >= least && days <= most;
}

/** What was given for a longer period that holds this one. */
export function coveringOf(own: readonly MeasurementRecord[], period: EntryPeriod): MeasurementRecord | null {
  const isCovering = (one: MeasurementRecord): boolean => {
    const span = spanOf(one);
    return covers(span, period) && !isSame(span, period) && daysIn(span) <= LONGEST_COVERING_DAYS;
  };
  return own.find((one) => isSaid(one) && isCovering(one)) ?? null;
}

function rowOf(
  slice: Slice,
  indicator: Indicator,
  origin: RowOrigin,
  line: CollectionLine | null,
  own: readonly MeasurementRecord[],
  { period, usualDueDays }: ExpectedFrame,
): ExpectedFigure {
  const isLasting = isState(indicator);
  const within = own.filter((one) => covers(period, spanOf(one)));
  const exact = within.find((one) => isSame(spanOf(one), period));
  const shorter = within.filter((one) => one !== exact && isSaid(one));
  const [only] = shorter;
  const alone = isLasting ? lastOf(shorter) : shorter.length === 1 ? only : undefined;
  const isToldByDay = isLasting && !own.some((one) => isSaid(one) && isOfGrain(one, period, false));
  const whole = { start: period.start, end: period.end };
  const usual = isToldByDay ? { start: period.end, end: period.end } : whole;
  const said = exact !== undefined && isSaid(exact) ? exact : undefined;
  const taken = within.find((one) => !isSaid(one) && isSame(spanOf(one), usual));
  const current = said ?? alone ?? exact ?? taken ?? null;
  return {
    ...slice,
    key: rowKey(slice),
    origin,
    isExpected: origin === 'planned' || origin === 'habit' || origin === 'frequency',
    days: current === null ? usual : spanOf(current),
    current,
    details: current !== null && isSaid(current) ? [] : shorter,
    covering: coveringOf(own, period),
    line,
    due: addDays(period.end, line?.dueDays ?? indicator.dueDays ?? usualDueDays),
  };
}

const lastOf = (own: readonly MeasurementRecord[]): MeasurementRecord | undefined =>
  own.toSorted((one, other) => (one.periodEnd < other.periodEnd ? -1 : 1)).at(-1);
