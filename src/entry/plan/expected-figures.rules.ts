import type { Campaign } from '../../campaigns/campaign.types.js';
import type { Indicator } from '../../indicators/indicator.types.js';
import { addDays, dayNumber } from '../../kernel/calendar.rules.js';
import { groupBy } from '../../kernel/group-by.rules.js';
import { covers, overlaps } from '../../kernel/period.rules.js';
import type { ClosedPeriod, IsoDate } from '../../kernel/period.types.js';
import type { MeasurementRecord } from '../../measurements/measurement-record.types.js';
import type { CollectionLine, Slice } from './collection-line.types.js';
import type { EntryPeriod } from './entry-period.rules.js';
import type { ExpectedFigure, RowOrigin } from './expected-figure.types.js';
import { rowKey, sliceText } from './row-key.rules.js';
import { inOrder } from './row-order.rules.js';

/** All that the rows of a period follow from. */
export interface ExpectedInput {
  period: EntryPeriod;
  /** A slice is habitual when it was given since that day, or in the same period a year before. */
  recentFrom: IsoDate;
  yearBefore: ClosedPeriod | null;
  lines: readonly CollectionLine[];
  /** Newest versions, from a year before to the end of the exercice. */
  entered: readonly MeasurementRecord[];
  /** In the order of lists. */
  indicators: readonly Indicator[];
  campaigns: readonly Campaign[];
  /** Whose figures they are; null: everybody's. */
  organisations: readonly string[] | null;
  /** Days after the period within which a value is due, where neither the plan nor the indicator says. */
  usualDueDays: number;
  /** Rows that somebody asked for besides. */
  asked: readonly Slice[];
}

type Known = Omit<ExpectedInput, 'entered'>;

/** A later state replaces an earlier one: it is told of a day, the last of the period. */
const STATES: ReadonlySet<Indicator['nature']> = new Set(['stock', 'cumulative', 'snapshot']);
/** Operations that are not under way: nobody is asked for their figures. */
const IDLE: ReadonlySet<Campaign['status']> = new Set(['postponed', 'suspended', 'cancelled', 'in_question']);
/** A year's cost covers each of its months: only seasons and the like are told beside them. */
const LONGEST_COVERING_DAYS = 215;
/** Days of a whole period. */
const LENGTHS = {
  month: { least: 28, most: 31 },
  quarter: { least: 90, most: 92 },
  year: { least: 300, most: 550 },
};

const spanOf = ({ periodStart, periodEnd }: MeasurementRecord): ClosedPeriod => ({
  start: periodStart,
  end: periodEnd,
});
const isSame = (one: ClosedPeriod, { start, end }: ClosedPeriod): boolean =>
  one.start === start && one.end === end;
const daysIn = ({ start, end }: ClosedPeriod): number => dayNumber(end) - dayNumber(start) + 1;

/** The rows of a period: what is awaited, then what else was given, in the order of operations and indicators. */
export const expectedFigures = (input: ExpectedInput): ExpectedFigure[] =>
  figuresOf(input, groupBy(input.entered, sliceText));

/** The same where what was entered is in its slices already. */
export function figuresOf(
  input: Known,
  bySlice: ReadonlyMap<string, readonly MeasurementRecord[]>,
): ExpectedFigure[] {
  const rows = new Map<string, ExpectedFigure>();
  const add = (slice: Slice, origin: RowOrigin, line: CollectionLine | null = null): void => {
    const text = sliceText(slice);
    const indicator = input.indicators.find(({ code }) => code === slice.indicator);
    if (indicator === undefined || rows.has(text) || !isTheirs(slice, input)) return;
    rows.set(text, rowOf(slice, indicator, origin, line, bySlice.get(text) ?? [], input));
  };
  const { period } = input;
  for (const line of input.lines) if (isAwaited(line, period)) add(sliceOf(line), 'planned', line);
  for (const own of bySlice.values()) {
    const [first] = own;
    if (first === undefined) continue;
    if (isHabitual(own, input)) add(sliceOf(first), 'habit');
    else if (own.some((one) => isSaid(one) && covers(period, spanOf(one)))) add(sliceOf(first), 'entered');
    else if (coveringOf(own, period) !== null && isUnderWay(first.campaign, input))
      add(sliceOf(first), 'covered');
  }
  const known = new Set(
    [...rows.values(), ...[...bySlice.values()].flat()].map(({ indicator }) => indicator),
  );
  for (const indicator of input.indicators) {
    if (known.has(indicator.code) || !isDueAt(indicator, period)) continue;
    add(
      { indicator: indicator.code, campaign: null, territory: null, channel: null, organisation: null },
      'frequency',
    );
  }
  for (const slice of input.asked) add(slice, 'asked');
  return inOrder([...rows.values()], input);
}

const sliceOf = ({ indicator, campaign, territory, channel, organisation }: Slice): Slice => ({
  indicator,
  campaign,
  territory,
  channel,
  organisation,
});

const isTheirs = (
  { organisation }: Slice,
  { organisations }: Pick<ExpectedInput, 'organisations'>,
): boolean => organisations === null || (organisation !== null && organisations.includes(organisation));

const isSaid = ({ status }: MeasurementRecord): boolean => status !== 'withdrawn';

const isAwaited = ({ frequency, startsOn, endsOn }: CollectionLine, period: EntryPeriod): boolean =>
  frequency === period.grain && overlaps({ start: startsOn, end: endsOn }, period);

/** A whole period of the grain, or the day of a state. */
function isOfGrain(entered: MeasurementRecord, period: EntryPeriod, isState: boolean): boolean {
  const days = daysIn(spanOf(entered));
  if (period.grain === 'day') return days === 1 && !isState;
  if (days === 1) return isState;
  const { least, most } = LENGTHS[period.grain];
  return days >= least && days <= most;
}

function isHabitual(own: readonly MeasurementRecord[], input: Known): boolean {
  const { period, recentFrom, yearBefore, indicators } = input;
  const [first] = own;
  if (first === undefined || !isUnderWay(first.campaign, input)) return false;
  const indicator = indicators.find(({ code }) => code === first.indicator);
  if (indicator === undefined || isComputed(indicator) || isRetired(indicator, period)) return false;
  const isState = STATES.has(indicator.nature);
  const isUsual = ({ periodEnd }: MeasurementRecord): boolean =>
    (periodEnd >= recentFrom && periodEnd < period.start) ||
    (yearBefore !== null && periodEnd >= yearBefore.start && periodEnd <= yearBefore.end);
  return own.some((one) => isSaid(one) && isOfGrain(one, period, isState) && isUsual(one));
}

/** An operation with days in the period, that nothing holds up; what is not of an operation always is. */
function isUnderWay(code: string | null, { campaigns, period }: Known): boolean {
  if (code === null) return true;
  const campaign = campaigns.find((one) => one.code === code);
  return campaign !== undefined && !IDLE.has(campaign.status) && overlaps(campaign.period, period);
}

/** Nobody enters a rate whose terms are known: it follows from them. */
export const isComputed = ({ nature, numerator, denominator }: Indicator): boolean =>
  nature === 'ratio' && numerator !== null && denominator !== null;

const isRetired = ({ retiredOn }: Indicator, { start }: EntryPeriod): boolean =>
  retiredOn !== null && retiredOn < start;

const isDueAt = (indicator: Indicator, period: EntryPeriod): boolean =>
  indicator.frequency === period.grain && !isComputed(indicator) && !isRetired(indicator, period);

function coveringOf(own: readonly MeasurementRecord[], period: EntryPeriod): MeasurementRecord | null {
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
  { period, usualDueDays }: Known,
): ExpectedFigure {
  const isState = STATES.has(indicator.nature);
  const within = own.filter((one) => covers(period, spanOf(one)));
  const exact = within.find((one) => isSame(spanOf(one), period));
  const shorter = within.filter((one) => one !== exact && isSaid(one));
  const [only] = shorter;
  const alone = isState ? lastOf(shorter) : shorter.length === 1 ? only : undefined;
  const isToldByDay = isState && !own.some((one) => isSaid(one) && isOfGrain(one, period, false));
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
