import { compareText } from '../kernel/compare-text.rules.js';
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
  if (counted.length < 2) return { counted: [...counted], crossings: [] };
  const stands = new Set(counted.filter(hasValue));
  const slices = [...groupBy(facts.filter(hasValue), sliceKey).values()];
  const crossings = slices.flatMap((slice) =>
    crossingGroups(slice.filter((fact) => stands.has(fact))).map((group): Crossing => {
      const kept = heaviest(
        slice.filter((fact) => isWithin(fact, group)),
        leastOf,
      );
      const isKept = new Set(kept);
      const told = joinedSpans(kept.map(spanOf));
      const complete = told.length === 1 && told[0]?.start === group.start && told[0].end === group.end;
      return { kept, left: group.facts.filter((fact) => !isKept.has(fact)), complete };
    }),
  );
  const tangled = new Set(crossings.flatMap(({ kept, left }) => [...kept, ...left]));
  const free = counted.filter((fact) => !tangled.has(fact));
  return { counted: [...free, ...crossings.flatMap(({ kept }) => kept)], crossings };
}

/** Facts of which each shares a day with another, and the days that they tell together. */
interface Group extends ClosedPeriod {
  facts: MeasurementFact[];
}

const isWithin = (fact: MeasurementFact, { start, end }: ClosedPeriod): boolean =>
  fact.periodStart >= start && fact.periodEnd <= end;

/** None of these periods holds another: in the order of their first days, their last days follow. */
function crossingGroups(values: readonly MeasurementFact[]): Group[] {
  const groups: Group[] = [];
  for (const fact of values.toSorted(byStart)) {
    const { start, end } = spanOf(fact);
    const group = groups.at(-1);
    if (group && start <= group.end) {
      group.facts.push(fact);
      group.end = end;
    } else groups.push({ start, end, facts: [fact] });
  }
  return groups.filter((group) => group.facts.length > 1);
}

/** A choice of periods that share no day, as a list that grows at its end. */
interface Choice {
  weight: bigint;
  count: number;
  last: { fact: MeasurementFact; before: Choice } | null;
}

/** The periods that share no day and weigh most together; the fewest of them when several choices weigh the same. */
function heaviest(
  facts: readonly MeasurementFact[],
  leastOf: (fact: MeasurementFact) => number,
): MeasurementFact[] {
  const ordered = facts.toSorted(byEnd);
  const ends = ordered.map((fact) => fact.periodEnd);
  let best: Choice = { weight: 0n, count: 0, last: null };
  const choices = [best];
  for (const fact of ordered) {
    const before = choices[countBefore(ends, fact.periodStart)] as Choice;
    const weight = before.weight + BigInt(leastOf(fact));
    const taken: Choice = { weight, count: before.count + 1, last: { fact, before } };
    if (isHeavier(taken, best)) best = taken;
    choices.push(best);
  }
  const kept: MeasurementFact[] = [];
  for (let { last } = best; last !== null; last = last.before.last) kept.push(last.fact);
  return kept.reverse();
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
  compareText(one.periodStart, other.periodStart);
const byEnd = (one: MeasurementFact, other: MeasurementFact): number =>
  compareText(one.periodEnd, other.periodEnd) || compareText(one.periodStart, other.periodStart);
