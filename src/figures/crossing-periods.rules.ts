import { groupBy } from '../kernel/group-by.rules.js';
import type { ClosedPeriod } from '../kernel/period.types.js';
import type { MeasurementFact } from '../measurements/measurement.types.js';
import { hasValue, sliceKey, spanOf } from './declared-total.rules.js';
import { joinedSpans } from './span-index.rules.js';

/** Facts that tell some days twice: what was kept of them, and what was left out so as not to add it twice. */
export interface Crossing {
  kept: MeasurementFact[];
  left: MeasurementFact[];
  /** What was kept tells every day: nothing is missing from the total. */
  complete: boolean;
}

export interface Untangled {
  counted: MeasurementFact[];
  crossings: Crossing[];
}

/**
 * Among facts that add up, those of one slice whose periods share days without one holding the other: 1 January to
 * 15 February beside February. Of all that was said of these days, shorter periods included, is kept what makes the
 * largest sum without telling a day twice; it is a minimum of the true total.
 * @param facts all that was said, `counted` included.
 * @param leastOf what a fact is worth at least.
 */
export function untangle(
  counted: readonly MeasurementFact[],
  facts: readonly MeasurementFact[],
  leastOf: (fact: MeasurementFact) => number,
): Untangled {
  const groups = [...groupBy(counted.filter(hasValue), sliceKey)].flatMap(([slice, values]) =>
    crossingGroups(values).map((crossing) => ({ slice, crossing })),
  );
  if (groups.length === 0) return { counted: [...counted], crossings: [] };
  const bySlice = groupBy(facts.filter(hasValue), sliceKey);
  const crossings = groups.map(({ slice, crossing }): Crossing => {
    const days = hullOf(crossing);
    const within = (bySlice.get(slice) ?? []).filter(
      (fact) => fact.periodStart >= days.start && fact.periodEnd <= days.end,
    );
    const kept = heaviest(within, leastOf);
    const isKept = new Set(kept);
    const told = joinedSpans(kept.map(spanOf));
    const complete = told.length === 1 && told[0]?.start === days.start && told[0].end === days.end;
    return { kept, left: crossing.filter((fact) => !isKept.has(fact)), complete };
  });
  const tangled = new Set(groups.flatMap(({ crossing }) => crossing));
  const free = counted.filter((fact) => !tangled.has(fact));
  return { counted: [...free, ...crossings.flatMap(({ kept }) => kept)], crossings };
}

/** Runs of periods of which each shares a day with another; a period alone makes none. */
function crossingGroups(values: readonly MeasurementFact[]): MeasurementFact[][] {
  const groups: MeasurementFact[][] = [];
  let end = '';
  for (const fact of values.toSorted(byStart)) {
    const group = groups.at(-1);
    if (group && fact.periodStart <= end) group.push(fact);
    else groups.push([fact]);
    if (fact.periodEnd > end) end = fact.periodEnd;
  }
  return groups.filter((group) => group.length > 1);
}

function hullOf(facts: readonly MeasurementFact[]): ClosedPeriod {
  const starts = facts.map((fact) => fact.periodStart).toSorted();
  const ends = facts.map((fact) => fact.periodEnd).toSorted();
  return { start: String(starts[0]), end: String(ends.at(-1)) };
}

/** A choice of periods that share no day, as a list that grows at its end. */
interface Choice {
  weight: bigint;
  count: number;
  last: MeasurementFact | null;
  before: Choice | null;
}

const NOTHING: Choice = { weight: 0n, count: 0, last: null, before: null };

/** The periods that share no day and weigh most together; the fewest of them when several choices weigh the same. */
function heaviest(
  facts: readonly MeasurementFact[],
  leastOf: (fact: MeasurementFact) => number,
): MeasurementFact[] {
  const ordered = facts.toSorted(byEnd);
  const ends = ordered.map((fact) => fact.periodEnd);
  const best: Choice[] = [NOTHING];
  for (const [index, fact] of ordered.entries()) {
    const before = best[countBefore(ends, fact.periodStart)] ?? NOTHING;
    const taken: Choice = {
      weight: before.weight + BigInt(leastOf(fact)),
      count: before.count + 1,
      last: fact,
      before,
    };
    const left = best[index] ?? NOTHING;
    best.push(isHeavier(taken, left) ? taken : left);
  }
  const kept: MeasurementFact[] = [];
  for (let choice = best.at(-1) ?? null; choice?.last; choice = choice.before) kept.unshift(choice.last);
  return kept;
}

const isHeavier = (one: Choice, other: Choice): boolean =>
  one.weight === other.weight ? one.count < other.count : one.weight > other.weight;

/** How many of these ordered days come before a day. */
function countBefore(days: readonly string[], day: string): number {
  let [low, high] = [0, days.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (String(days[middle]) < day) low = middle + 1;
    else high = middle;
  }
  return low;
}

const byStart = (one: MeasurementFact, other: MeasurementFact): number =>
  compare(one.periodStart, other.periodStart) || compare(one.periodEnd, other.periodEnd);
const byEnd = (one: MeasurementFact, other: MeasurementFact): number =>
  compare(one.periodEnd, other.periodEnd) || compare(one.periodStart, other.periodStart);
const compare = (one: string, other: string): number => (one < other ? -1 : one > other ? 1 : 0);
