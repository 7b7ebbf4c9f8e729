import type { Campaign } from '../../campaigns/campaign.types.js';
import type { Indicator } from '../../indicators/indicator.types.js';
import { groupBy } from '../../kernel/group-by.rules.js';
import { covers, overlaps } from '../../kernel/period.rules.js';
import type { MeasurementRecord } from '../../measurements/measurement-record.types.js';
import type { CollectionLine, Slice } from './collection-line.types.js';
import type { EntryPeriod } from './entry-period.rules.js';
import type { ExpectedFigure, ExpectedFrame, ExpectedInput, RowOrigin } from './expected-figure.types.js';
import { coveringOf, figureOf, isOfGrain, isSaid, isState, sliceOf, spanOf } from './expected-row.rules.js';
import { sliceText } from './row-key.rules.js';
import { inOrder } from './row-order.rules.js';

/** Operations that are not under way: nobody is asked for their figures. */
const IDLE: ReadonlySet<Campaign['status']> = new Set(['postponed', 'suspended', 'cancelled', 'in_question']);

/** The rows of a period: what is awaited, then what else was given, in the order of operations and indicators. */
export const expectedFigures = (input: ExpectedInput): ExpectedFigure[] =>
  figuresOf(input, groupBy(input.entered, sliceText));

/** The same where what was entered is in its slices already. */
export function figuresOf(
  input: ExpectedFrame,
  bySlice: ReadonlyMap<string, readonly MeasurementRecord[]>,
): ExpectedFigure[] {
  const rows = new Map<string, ExpectedFigure>();
  const add = (slice: Slice, origin: RowOrigin, line: CollectionLine | null = null): void => {
    const text = sliceText(slice);
    if (rows.has(text)) return;
    const row = figureOf(slice, input, bySlice.get(text) ?? [], origin, line);
    if (row !== null) rows.set(text, row);
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

const isAwaited = ({ frequency, startsOn, endsOn }: CollectionLine, period: EntryPeriod): boolean =>
  frequency === period.grain && overlaps({ start: startsOn, end: endsOn }, period);

function isHabitual(own: readonly MeasurementRecord[], input: ExpectedFrame): boolean {
  const { period, recentFrom, yearBefore, indicators } = input;
  const [first] = own;
  if (first === undefined || !isUnderWay(first.campaign, input)) return false;
  const indicator = indicators.find(({ code }) => code === first.indicator);
  if (indicator === undefined || isComputed(indicator) || isRetired(indicator, period)) return false;
  const isUsual = ({ periodEnd }: MeasurementRecord): boolean =>
    (periodEnd >= recentFrom && periodEnd < period.start) ||
    (yearBefore !== null && periodEnd >= yearBefore.start && periodEnd <= yearBefore.end);
  return own.some((one) => isSaid(one) && isOfGrain(one, period, isState(indicator)) && isUsual(one));
}

/** An operation with days in the period, that nothing holds up; what is not of an operation always is. */
function isUnderWay(code: string | null, { campaigns, period }: ExpectedFrame): boolean {
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
