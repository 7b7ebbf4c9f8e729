import { sumAmounts, toAmount } from '../kernel/figure.rules.js';
import type { Absence, Amount, Marking } from '../kernel/figure.types.js';
import { groupBy } from '../kernel/group-by.rules.js';
import type { Aggregation, Nature } from '../indicators/indicator.types.js';
import type { MeasurementFact } from '../measurements/measurement.types.js';
import { DIMENSIONS, settleTotals, sliceKey } from './declared-total.rules.js';
import type { IndicatorRule } from './figure-input.types.js';
import type { EmptyReason } from './figures.types.js';

/** What measurements of one indicator come to, and on which of them it rests. */
export interface Total {
  amount: Amount | null;
  empty: EmptyReason | null;
  absence: { kind: Absence; note: string | null } | null;
  marking: Marking;
  /** Parts with a value, out of the parts of which something was said; null when complete. */
  partial: { given: number; expected: number } | null;
  counted: MeasurementFact[];
}

const EMPTY: Total = {
  amount: null,
  empty: 'no_measurement',
  absence: null,
  marking: 'final',
  partial: null,
  counted: [],
};

/** The least firm part decides: one provisional month makes a provisional year. */
const LEAST_FIRM_FIRST: readonly Marking[] = ['provisional', 'estimated', 'revised', 'final'];

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
  const byCampaign = groupBy(facts, (fact) => fact.campaign ?? '');
  if (timeOperator(indicator) !== 'sum') return aggregateStates(indicator, byCampaign);
  const counted = [...byCampaign.values()].flatMap((group) => settleTotals(group).counted);
  return isAdditive(indicator, counted) ? totalOf(indicator, counted) : notAdditive(counted);
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
    return isAdditive(indicator, last) ? totalOf(indicator, last) : notAdditive(last);
  }
  const all = [...byCampaign.values()].flatMap((group) => settleTotals(group).counted);
  if (operator === 'max') return maximumOf(indicator, all);
  return all.filter((fact) => fact.quantity !== null).length > 1 ? notAdditive(all) : totalOf(indicator, all);
}

function lastOfEachSlice(facts: readonly MeasurementFact[]): MeasurementFact[] {
  const ordered = facts.toSorted(byRecency);
  const whole = ordered.find(
    (fact) => fact.quantity !== null && DIMENSIONS.every((dimension) => fact[dimension] === null),
  );
  if (whole) return [whole];
  const slices = groupBy(ordered, sliceKey);
  const last = [...slices.values()].flatMap((slice) => {
    const chosen = slice.find((fact) => fact.quantity !== null) ?? slice[0];
    return chosen ? [chosen] : [];
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

function totalOf(indicator: IndicatorRule, counted: MeasurementFact[], combine = sumAmounts): Total {
  if (counted.length === 0) return EMPTY;
  const valued = counted.filter((fact) => fact.quantity !== null);
  const expected = counted.filter((fact) => fact.quantity !== null || fact.absence !== 'not_applicable');
  const amount = combine(valued.map((fact) => amountOf(indicator, fact)));
  if (!amount) return { ...EMPTY, empty: 'absent', absence: absenceOf(counted), counted };
  const partial =
    valued.length < expected.length ? { given: valued.length, expected: expected.length } : null;
  return { amount, empty: null, absence: null, marking: leastFirm(valued), partial, counted };
}

/** The highest of several values of one slice. Unique people over a year are at least those of the best month. */
function maximumOf(indicator: IndicatorRule, facts: MeasurementFact[]): Total {
  const valued = facts.filter((fact) => fact.quantity !== null);
  const isMinimum = indicator.nature === 'unique';
  if (!isMinimum && new Set(valued.map(sliceKey)).size > 1) return notAdditive(facts);
  return totalOf(indicator, facts, (amounts) => highestOf(amounts, isMinimum));
}

/** The largest amount; only a lower bound of the maximum when another, open above, may pass it. */
function highestOf(amounts: readonly Amount[], isMinimum: boolean): Amount | null {
  const [top, ...others] = amounts.toSorted(
    (one, other) => (other.valueMax ?? other.value) - (one.valueMax ?? one.value),
  );
  if (top === undefined || others.length === 0) return top ?? null;
  const { lower, lowerOpen, upper } = top.interval;
  const mayBePassed = isMinimum || others.some((other) => other.interval.upper === null);
  if (!mayBePassed || upper === null || lower === null) return top;
  return toAmount({ value: lower, valueMax: null, qualifier: lowerOpen ? 'more_than' : 'at_least' });
}

const notAdditive = (counted: MeasurementFact[]): Total => ({
  ...EMPTY,
  empty: 'not_additive',
  marking: leastFirm(counted),
  counted,
});

/** The amount that a fact stands for; absent facts have none and must be left out before. */
function amountOf(indicator: IndicatorRule, fact: MeasurementFact): Amount {
  if (!fact.quantity) throw new Error(`Measurement ${fact.id} has no value.`);
  return toAmount(fact.quantity, { signed: indicator.wording.signed });
}

function absenceOf(facts: readonly MeasurementFact[]): Total['absence'] {
  const latest = facts.filter((fact) => fact.absence !== null).toSorted(byRecency)[0];
  return latest?.absence ? { kind: latest.absence, note: latest.note } : null;
}

function leastFirm(facts: readonly MeasurementFact[]): Marking {
  return LEAST_FIRM_FIRST.find((marking) => facts.some((fact) => fact.marking === marking)) ?? 'final';
}
