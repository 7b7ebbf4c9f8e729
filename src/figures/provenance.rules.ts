import { groupBy } from '../kernel/group-by.rules.js';
import type { MeasurementFact } from '../measurements/measurement.types.js';
import { timeOperator } from './aggregation.rules.js';
import { DIMENSIONS, sliceKey, spanOf } from './declared-total.rules.js';
import type { AsideReason, Explained, TracedFact } from './provenance.types.js';
import { SpanIndex } from './span-index.rules.js';

/** Everything that was read to make a figure: what counts first, then what was left aside, then what was taken back. */
export function tracedFacts(explained: Explained): TracedFact[] {
  const { facts, counted, withdrawn } = explained;
  const ids = new Set(counted.map(({ id }) => id));
  const reasonOf = asideReasons(explained);
  return [
    ...facts.filter(({ id }) => ids.has(id)).map((fact) => ({ fact, aside: null })),
    ...facts.filter(({ id }) => !ids.has(id)).map((fact) => ({ fact, aside: reasonOf(fact) })),
    ...withdrawn.map((fact) => ({ fact, aside: 'withdrawn' as const })),
  ].toSorted(inOrder);
}

/** Says of a fact that does not count which of those that do speaks in its place. */
function asideReasons({ indicator, counted }: Explained): (fact: MeasurementFact) => AsideReason {
  const isState = timeOperator(indicator) === 'last';
  const spans = new Map(
    [...groupBy(counted, keyOf)].map(([key, group]) => [key, new SpanIndex(group.map(spanOf))]),
  );
  return (fact) => {
    const own = spans.get(keyOf(fact));
    const wider = widerThan(fact, isState).some((key) => spans.has(key));
    if (isState) return own === undefined && wider ? 'details_total' : 'newer_value';
    if (own?.coversStrictly(spanOf(fact)) === true) return 'longer_period';
    if (widerThan(fact, false).some((key) => spans.get(key)?.covers(spanOf(fact)) === true)) {
      return 'details_total';
    }
    return own?.overlaps(spanOf(fact)) === true ? 'overlapping' : 'told_otherwise';
  };
}

/** Terms of a rate are compared each with its own. */
const keyOf = (fact: MeasurementFact): string => `${fact.indicator}|${sliceKey(fact)}`;

/** The slices that hold the fact's, without itself; a state given for the programme stands for its campaigns too. */
function widerThan(fact: MeasurementFact, withCampaign: boolean): string[] {
  let slices = [fact];
  for (const dimension of withCampaign ? (['campaign', ...DIMENSIONS] as const) : DIMENSIONS) {
    if (fact[dimension] !== null) slices = slices.flatMap((one) => [one, { ...one, [dimension]: null }]);
  }
  return slices.slice(1).map(keyOf);
}

const rankOf = ({ aside }: TracedFact): number => (aside === null ? 0 : aside === 'withdrawn' ? 2 : 1);

function inOrder(one: TracedFact, other: TracedFact): number {
  const [first, second] = [one.fact, other.fact];
  if (rankOf(one) !== rankOf(other)) return rankOf(one) - rankOf(other);
  if (first.periodStart !== second.periodStart) return first.periodStart < second.periodStart ? -1 : 1;
  return first.id - second.id;
}

/** The place of a measurement in the list: pages follow each other although others are added meanwhile. */
export const placeOf = (traced: TracedFact): string =>
  `${rankOf(traced)} ${traced.fact.periodStart} ${String(traced.fact.id).padStart(12, '0')}`;

/** One page after a place, and the place at which the next one starts; null on the last one. */
export function pageOf(
  traced: readonly TracedFact[],
  after: string | null,
  limit: number,
): { page: TracedFact[]; next: string | null } {
  const start = after === null ? 0 : traced.findIndex((one) => placeOf(one) > after);
  if (start < 0) return { page: [], next: null };
  const page = traced.slice(start, start + limit);
  const last = page.at(-1);
  return { page, next: last !== undefined && traced.length > start + limit ? placeOf(last) : null };
}
