import { sumAmounts, toAmount } from '../kernel/figure.rules.js';
import type { Absence, Amount, Marking } from '../kernel/figure.types.js';
import type { MeasurementFact } from '../measurements/measurement.types.js';
import { DIMENSIONS, settleTotals } from './declared-total.rules.js';
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

/** Adds up the facts of one indicator over whatever scope they were chosen for. */
export function aggregate(indicator: IndicatorRule, facts: readonly MeasurementFact[]): Total {
  const byCampaign = groupBy(facts, (fact) => fact.campaign ?? '');
  if (indicator.aggregationTime !== 'sum') return aggregateStates(indicator, byCampaign);
  const counted = [...byCampaign.values()].flatMap((group) => settleTotals(group).counted);
  return isAdditive(indicator, counted) ? totalOf(indicator, counted) : notAdditive(counted);
}

/**
 * Stocks and other states: the last value known, per slice when only slices were given. One given for the whole
 * programme stands for those of its campaigns.
 */
function aggregateStates(indicator: IndicatorRule, byCampaign: Map<string, MeasurementFact[]>): Total {
  if (indicator.aggregationTime === 'last') {
    const overall = byCampaign.get('');
    const groups = overall?.some((fact) => fact.quantity !== null) ? [overall] : [...byCampaign.values()];
    const last = groups.flatMap(lastOfEachSlice);
    return isAdditive(indicator, last) ? totalOf(indicator, last) : notAdditive(last);
  }
  const all = [...byCampaign.values()].flatMap((group) => settleTotals(group).counted);
  if (indicator.aggregationTime === 'max') return maximumOf(indicator, all);
  return all.filter((fact) => fact.quantity !== null).length > 1 ? notAdditive(all) : totalOf(indicator, all);
}

function lastOfEachSlice(facts: readonly MeasurementFact[]): MeasurementFact[] {
  const ordered = facts.toSorted(byRecency);
  const whole = ordered.find(
    (fact) => fact.quantity !== null && DIMENSIONS.every((dimension) => fact[dimension] === null),
  );
  if (whole) return [whole];
  const slices = groupBy(ordered, (fact) => DIMENSIONS.map((dimension) => fact[dimension] ?? '').join('|'));
  const last = [...slices.values()].flatMap((slice) => {
    const chosen = slice.find((fact) => fact.quantity !== null) ?? slice[0];
    return chosen ? [{ ...chosen }] : [];
  });
  const flat = last.map((fact) => ({ fact, alone: { ...fact, periodStart: EVER, periodEnd: EVER } }));
  const kept = new Set(settleTotals(flat.map(({ alone }) => alone)).counted.map((fact) => fact.id));
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
  const slices = (key: 'territory' | 'channel' | 'campaign' | 'organisation'): number =>
    new Set(facts.filter((fact) => fact.quantity !== null).map((fact) => fact[key])).size;
  if (slices('territory') > 1 && indicator.aggregationTerritory !== 'sum') return false;
  if (slices('channel') > 1 && indicator.aggregationChannel !== 'sum') return false;
  return !(indicator.overlapping && (slices('campaign') > 1 || slices('organisation') > 1));
}

function totalOf(indicator: IndicatorRule, counted: MeasurementFact[]): Total {
  if (counted.length === 0) return EMPTY;
  const valued = counted.filter((fact) => fact.quantity !== null);
  const expected = counted.filter((fact) => fact.quantity !== null || fact.absence !== 'not_applicable');
  const amount = sumAmounts(valued.map((fact) => amountOf(indicator, fact)));
  if (!amount) return { ...EMPTY, empty: 'absent', absence: absenceOf(counted), counted };
  const partial =
    valued.length < expected.length ? { given: valued.length, expected: expected.length } : null;
  return { amount, empty: null, absence: null, marking: leastFirm(valued), partial, counted };
}

function maximumOf(indicator: IndicatorRule, facts: MeasurementFact[]): Total {
  const valued = facts.filter((fact) => fact.quantity !== null);
  const highest = valued.reduce<MeasurementFact | undefined>(
    (best, fact) => ((best?.quantity?.value ?? -Infinity) >= (fact.quantity?.value ?? 0) ? best : fact),
    undefined,
  );
  return totalOf(indicator, highest ? [highest] : facts);
}

const notAdditive = (counted: MeasurementFact[]): Total => ({
  ...EMPTY,
  empty: 'not_additive',
  marking: leastFirm(counted),
  counted,
});

/** @returns the amount a fact stands for; absent facts have none and must be left out before. */
export function amountOf(indicator: IndicatorRule, fact: MeasurementFact): Amount {
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

export function groupBy<T>(items: readonly T[], keyOf: (item: T) => string): Map<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const item of items) {
    const key = keyOf(item);
    const group = groups.get(key);
    if (group) group.push(item);
    else groups.set(key, [item]);
  }
  return groups;
}
