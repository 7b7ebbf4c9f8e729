import { sumAmounts } from '../kernel/figure.rules.js';
import type { Absence, Amount, Marking } from '../kernel/figure.types.js';
import { groupBy } from '../kernel/group-by.rules.js';
import { leastFirmOf } from '../kernel/marking.rules.js';
import type { Aggregation, Nature } from '../indicators/indicator.types.js';
import type { MeasurementFact } from '../measurements/measurement.types.js';
import { untangle, type Crossing } from './crossing-periods.rules.js';
import { DIMENSIONS, hasValue, settleTotals, sliceKey, spanOf } from './declared-total.rules.js';
import { amountOf } from './fact-amount.rules.js';
import type { IndicatorRule } from './figure-input.types.js';
import type { EmptyReason } from './figures.types.js';
import { highestOf, largestPart, leastSum } from './lower-bound.rules.js';
import { partialOf, type PartialTotal } from './partial-total.rules.js';
import { SpanIndex } from './span-index.rules.js';

/** What measurements of one indicator come to, and on which of them it rests. */
export interface Total {
  amount: Amount | null;
  empty: EmptyReason | null;
  absence: { kind: Absence; note: string | null } | null;
  marking: Marking;
  /** Parts with a value, out of the parts of which something was said; null when complete. */
  partial: PartialTotal | null;
  /** What does not add up comes at least to its largest part; null when it adds up, or when a part says nothing of the whole. */
  lowerBound: Amount | null;
  /** Periods that share days, of which some were left out so as not to be added twice. */
  crossings: Crossing[];
  counted: MeasurementFact[];
}

export const EMPTY: Total = {
  amount: null,
  empty: 'no_measurement',
  absence: null,
  marking: 'final',
  partial: null,
  lowerBound: null,
  crossings: [],
  counted: [],
};

/** Rates, means, unique people and context figures mean nothing once added up, whatever their definition asks. */
const NEVER_ADDED: ReadonlySet<Nature> = new Set(['ratio', 'mean', 'unique', 'context']);
/** A later state replaces an earlier one: 320 ambassadors, then 400, are not 720. */
const STATES: ReadonlySet<Nature> = new Set(['stock', 'cumulative', 'snapshot']);

/** How the indicator goes through time; a sum that its nature forbids is not made. */
export function timeOperator({ nature, aggregationTime }: IndicatorRule): Aggregation {
  if (aggregationTime !== 'sum') return aggregationTime;
  if (STATES.has(nature)) return 'last';
  return NEVER_ADDED.has(nature) ? 'none' : 'sum';
}

/** Adds up the facts of one indicator over whatever scope they were chosen for. */
export function aggregate(indicator: IndicatorRule, facts: readonly MeasurementFact[]): Total {
  const [only] = facts;
  // Most parts of a breakdown: one value has nothing to be settled with.
  if (only && facts.length === 1 && hasValue(only) && timeOperator(indicator) === 'sum') {
    return totalOf(indicator, [only]);
  }
  const byCampaign = groupBy(facts, (fact) => fact.campaign ?? '');
  return timeOperator(indicator) === 'sum'
    ? aggregateFlows(indicator, byCampaign)
    : aggregateStates(indicator, byCampaign);
}

/** What periods bring is added up, no day twice: where that leaves something out, the total is a minimum. */
function aggregateFlows(indicator: IndicatorRule, byCampaign: Map<string, MeasurementFact[]>): Total {
  const { signed } = indicator.wording;
  const leastOf = (fact: MeasurementFact): number => amountOf(indicator, fact).interval.lower ?? 0;
  const groups = [...byCampaign.values()].map((group) => {
    const settled = settleTotals(group);
    const { counted, crossings } = untangle(settled.counted, group, leastOf);
    return { counted, crossings: [...crossings, ...crossedBreakdowns(settled.crossed, counted)] };
  });
  const counted = groups.flatMap((group) => group.counted);
  const crossings = groups.flatMap((group) => group.crossings);
  const isMinimum = crossings.some(({ complete }) => !complete);
  // What was left out may be negative: nothing is certain of the total.
  if (!isAdditive(indicator, counted) || (isMinimum && signed)) {
    return { ...notAdditive(indicator, counted), crossings };
  }
  const total = totalOf(indicator, counted, isMinimum ? leastSum : sumAmounts);
  return { ...total, crossings };
}

/** Another breakdown that goes on beyond the days told: left out whole, so that no day is told twice. */
function crossedBreakdowns(
  left: readonly MeasurementFact[],
  counted: readonly MeasurementFact[],
): Crossing[] {
  if (left.length === 0) return [];
  const days = new SpanIndex(left.map(spanOf));
  const kept = counted.filter((fact) => hasValue(fact) && days.overlaps(spanOf(fact)));
  return [{ kept, left: [...left], complete: false }];
}

/**
 * Stocks and other states: the last value known, per slice when only slices were given. One given for the whole
 * programme stands for those of its campaigns.
 */
function aggregateStates(indicator: IndicatorRule, byCampaign: Map<string, MeasurementFact[]>): Total {
  const operator = timeOperator(indicator);
  if (operator === 'last') {
    const overall = byCampaign.get('');
    const groups = overall?.some((fact) => fact.quantity !== null) ? [overall] : [...byCampaign.values()];
    const last = groups.flatMap(lastOfEachSlice);
    return isAdditive(indicator, last) ? totalOf(indicator, last) : notAdditive(indicator, last);
  }
  const all = settledOf(byCampaign);
  if (operator === 'max') return maximumOf(indicator, all);
  return all.filter((fact) => fact.quantity !== null).length > 1
    ? notAdditive(indicator, all)
    : totalOf(indicator, all);
}

const settledOf = (byCampaign: Map<string, MeasurementFact[]>): MeasurementFact[] =>
  [...byCampaign.values()].flatMap((group) => settleTotals(group).counted);

/** What stands among facts, without what only details it. */
export const settledFacts = (facts: readonly MeasurementFact[]): MeasurementFact[] =>
  settledOf(groupBy(facts, (fact) => fact.campaign ?? ''));

function lastOfEachSlice(facts: readonly MeasurementFact[]): MeasurementFact[] {
  const ordered = facts.toSorted(byRecency);
  const whole = ordered.find(
    (fact) => fact.quantity !== null && DIMENSIONS.every((dimension) => fact[dimension] === null),
  );
  if (whole) return [whole];
  const slices = groupBy(ordered, sliceKey);
  const last = [...slices.values()].flatMap((slice) => {
    const valued = slice.filter(hasValue);
    return (valued.length > 0 ? valued : slice).slice(0, 1);
  });
  const alike = last.map((fact) => ({ ...fact, periodStart: EVER, periodEnd: EVER }));
  const kept = new Set(settleTotals(alike).counted.map((fact) => fact.id));
  return last.filter((fact) => kept.has(fact.id));
}

/** Slices of a state may be dated differently: they are compared as if said on one day. */
const EVER = '0001-01-01';

function byRecency(one: MeasurementFact, other: MeasurementFact): number {
  if (one.periodEnd !== other.periodEnd) return one.periodEnd < other.periodEnd ? 1 : -1;
  if (one.periodStart !== other.periodStart) return one.periodStart < other.periodStart ? 1 : -1;
  return other.id - one.id;
}

/** Several territories, channels or campaigns only add up when the indicator says they do. */
function isAdditive(indicator: IndicatorRule, facts: readonly MeasurementFact[]): boolean {
  const valued = facts.filter((fact) => fact.quantity !== null);
  if (NEVER_ADDED.has(indicator.nature)) return valued.length <= 1;
  const slices = (key: 'territory' | 'channel' | 'campaign' | 'organisation'): number =>
    new Set(valued.map((fact) => fact[key])).size;
  if (slices('territory') > 1 && indicator.aggregationTerritory !== 'sum') return false;
  if (slices('channel') > 1 && indicator.aggregationChannel !== 'sum') return false;
  return !(indicator.overlapping && (slices('campaign') > 1 || slices('organisation') > 1));
}

/** Values were given, whose sum cannot be told. */
const BEYOND_NUMBERS = {
  kind: 'not_available',
  note: 'la somme dépasse les nombres que le logiciel peut tenir exactement',
} as const satisfies Total['absence'];

function totalOf(indicator: IndicatorRule, counted: MeasurementFact[], combine = sumAmounts): Total {
  if (counted.length === 0) return EMPTY;
  const valued = counted.filter((fact) => fact.quantity !== null);
  const amount = combine(valued.map((fact) => amountOf(indicator, fact)));
  if (!amount) {
    const absence = valued.length > 0 ? BEYOND_NUMBERS : absenceOf(counted);
    return { ...EMPTY, empty: 'absent', absence, counted };
  }
  const [marking, partial] = [leastFirm(valued), partialOf(counted)];
  return { ...EMPTY, amount, empty: null, marking, partial, counted };
}

/** The highest of several values of one slice. Unique people over a year are at least those of the best month. */
function maximumOf(indicator: IndicatorRule, facts: MeasurementFact[]): Total {
  const valued = facts.filter((fact) => fact.quantity !== null);
  const isMinimum = indicator.nature === 'unique';
  if (!isMinimum && new Set(valued.map(sliceKey)).size > 1) return notAdditive(indicator, facts);
  return totalOf(indicator, facts, (amounts) => highestOf(amounts, isMinimum));
}

const notAdditive = (indicator: IndicatorRule, counted: MeasurementFact[]): Total => ({
  ...EMPTY,
  empty: 'not_additive',
  marking: leastFirm(counted),
  lowerBound: largestPart(indicator, counted, timeOperator(indicator) === 'sum'),
  counted,
});

function absenceOf(facts: readonly MeasurementFact[]): Total['absence'] {
  const told = ({ absence, note }: MeasurementFact): Total['absence'] => absence && { kind: absence, note };
  return facts.toSorted(byRecency).reduce<Total['absence']>((latest, fact) => latest ?? told(fact), null);
}

export const leastFirm = (facts: readonly MeasurementFact[]): Marking =>
  leastFirmOf(new Set(facts.map(({ marking }) => marking)));
