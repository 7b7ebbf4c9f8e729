import { sumAmounts } from '../kernel/figure.rules.js';
import type { Amount } from '../kernel/figure.types.js';
import { addDays } from '../kernel/calendar.rules.js';
import { compareText } from '../kernel/compare-text.rules.js';
import { groupBy } from '../kernel/group-by.rules.js';
import type { MeasurementFact } from '../measurements/measurement.types.js';
import { hasValue, sliceKey } from './declared-total.rules.js';
import { amountOf } from './fact-amount.rules.js';
import type { IndicatorRule } from './figure-input.types.js';

/** A total and parts of it that do not say the same. */
export interface Difference {
  total: { fact: MeasurementFact; amount: Amount };
  parts: { facts: MeasurementFact[]; sum: Amount };
}

/** A period and the longest of those within it. */
interface Node {
  fact: MeasurementFact;
  children: Node[];
}

/**
 * Periods told twice, as a whole and by shorter ones that fill it: the month and its days. The longer stands; where the
 * shorter ones certainly come to something else, both are named.
 */
export function periodDifferences(indicator: IndicatorRule, facts: readonly MeasurementFact[]): Difference[] {
  const slices = groupBy(facts.filter(hasValue), sliceKey);
  return [...slices.values()].flatMap((slice) =>
    nodesOf(slice).flatMap((node) => {
      if (!fills(node)) return [];
      const parts = node.children.map(({ fact }) => fact);
      return differenceBetween(indicator, node.fact, parts) ?? [];
    }),
  );
}

/** Null unless a total and the sum of its parts exclude each other. */
export function differenceBetween(
  indicator: IndicatorRule,
  fact: MeasurementFact,
  facts: MeasurementFact[],
): Difference | null {
  const amount = amountOf(indicator, fact);
  const sum = sumAmounts(facts.map((part) => amountOf(indicator, part)));
  if (!sum || !(isBelow(sum, amount) || isBelow(amount, sum))) return null;
  return { total: { fact, amount }, parts: { facts, sum } };
}

/** Whatever the true values, the first is smaller. */
export function isBelow(one: Amount, other: Amount): boolean {
  const { upper, upperOpen } = one.interval;
  const { lower, lowerOpen } = other.interval;
  if (upper === null || lower === null) return false;
  return upper < lower || (upper === lower && (upperOpen || lowerOpen));
}

/** Every period that holds others, with the longest of these: in one pass over periods ordered by their first day. */
function nodesOf(slice: readonly MeasurementFact[]): Node[] {
  const nodes: Node[] = [];
  const open: Node[] = [];
  for (const fact of slice.toSorted(byStartThenLength)) {
    while (open.length > 0 && String(open.at(-1)?.fact.periodEnd) < fact.periodEnd) open.pop();
    const parent = open.at(-1);
    const node: Node = { fact, children: [] };
    parent?.children.push(node);
    nodes.push(node);
    open.push(node);
  }
  return nodes.filter(({ children }) => children.length > 0);
}

/** The children follow one another from the first day to the last. */
function fills({ fact, children }: Node): boolean {
  let next = fact.periodStart;
  for (const child of children) {
    if (child.fact.periodStart !== next) return false;
    next = addDays(child.fact.periodEnd, 1);
  }
  return children.at(-1)?.fact.periodEnd === fact.periodEnd;
}

const byStartThenLength = (one: MeasurementFact, other: MeasurementFact): number =>
  compareText(one.periodStart, other.periodStart) || compareText(other.periodEnd, one.periodEnd);
