import { groupBy } from '../kernel/group-by.rules.js';
import type { ClosedPeriod } from '../kernel/period.types.js';
import type { MeasurementFact } from '../measurements/measurement.types.js';
import type { Dimension } from './figure-input.types.js';
import { joinedSpans, SpanIndex } from './span-index.rules.js';

export const DIMENSIONS: readonly Dimension[] = ['territory', 'channel', 'organisation'];

/** Facts that add up, and facts that only detail them. */
export interface Settled {
  counted: MeasurementFact[];
  details: MeasurementFact[];
  /** Those of the details that tell other days, too: the total is without them. */
  crossed: MeasurementFact[];
}

type Slice = Pick<MeasurementFact, 'campaign' | Dimension>;

export const spanOf = (fact: MeasurementFact): ClosedPeriod => ({
  start: fact.periodStart,
  end: fact.periodEnd,
});

export const hasValue = (fact: MeasurementFact): boolean => fact.quantity !== null;

/** Codes hold neither a bar nor a space: the key of one slice is never that of another. */
export const sliceKey = ({ campaign, territory, channel, organisation }: Slice): string =>
  `${campaign ?? ''}|${territory ?? ''}|${channel ?? ''}|${organisation ?? ''}`;

/** Which dimensions a fact fills, as a rank: fewer first, then territory before channel before organisation. */
function signatureOf(fact: MeasurementFact): string {
  const empty = (dimension: Dimension): number => (fact[dimension] === null ? 1 : 0);
  const [territory, channel, organisation] = [empty('territory'), empty('channel'), empty('organisation')];
  return `${3 - territory - channel - organisation}:${territory}${channel}${organisation}`;
}

/** The slice of a fact, then those that hold it: the same with some of its dimensions emptied. */
function slicesAround(fact: MeasurementFact): string[] {
  let slices: Slice[] = [fact];
  for (const dimension of DIMENSIONS) {
    if (fact[dimension] !== null) slices = slices.flatMap((one) => [one, { ...one, [dimension]: null }]);
  }
  return slices.map(sliceKey);
}

/** The periods told of each slice. */
function spansBySlice(
  facts: readonly MeasurementFact[],
  slicesOf: (fact: MeasurementFact) => string[],
): Map<string, SpanIndex> {
  const told = facts.flatMap((fact) => slicesOf(fact).map((slice) => ({ slice, span: spanOf(fact) })));
  const groups = groupBy(told, ({ slice }) => slice);
  return new Map([...groups].map(([slice, group]) => [slice, new SpanIndex(group.map(({ span }) => span))]));
}

/**
 * Whether something speaks for a fact: a longer period of the same slice, or a period of a wider slice that holds the
 * fact's. A value is detailed by values only; an absence by anything, and by what was given under it: « non
 * communiqué » for the year does not erase the months that were given.
 */
function detailTest(facts: readonly MeasurementFact[]): (fact: MeasurementFact) => boolean {
  const own = (fact: MeasurementFact): string[] => [sliceKey(fact)];
  const values = facts.filter(hasValue);
  const valued = spansBySlice(values, own);
  const onlyValues = values.length === facts.length;
  const told = onlyValues ? valued : spansBySlice(facts, own);
  const under = onlyValues ? new Map<string, SpanIndex>() : spansBySlice(values, slicesAround);
  return (fact) => {
    const above = hasValue(fact) ? valued : told;
    const span = spanOf(fact);
    const [slice, wider] = [sliceKey(fact), slicesAround(fact).slice(1)];
    return (
      above.get(slice)?.coversStrictly(span) === true ||
      wider.some((one) => above.get(one)?.covers(span) === true) ||
      (!hasValue(fact) && under.get(slice)?.holdsWithin(span) === true)
    );
  };
}

/**
 * Values that fill the same dimensions, over periods of which none shares a day with another one: all the days of a
 * year, or all its months, by territory. Nothing then details anything, which is seen without asking each of them.
 */
function isRegular(facts: readonly MeasurementFact[]): boolean {
  const [first] = facts;
  if (!first || (facts.length === 1 && hasValue(first))) return true;
  const ends = new Map<string, string>();
  for (const fact of facts) {
    if (!hasValue(fact) || !fillsAlike(fact, first)) return false;
    const end = ends.get(fact.periodStart);
    if (end === undefined) ends.set(fact.periodStart, fact.periodEnd);
    else if (end !== fact.periodEnd) return false;
  }
  let last = '';
  return [...ends.keys()].sort().every((start) => {
    const isAfter = start > last;
    last = String(ends.get(start));
    return isAfter;
  });
}

const fillsAlike = (one: MeasurementFact, other: MeasurementFact): boolean =>
  DIMENSIONS.every((dimension) => (one[dimension] === null) === (other[dimension] === null));

/**
 * Separates what is added up from what details it, among the facts of one indicator and one campaign
 * (contract, « Totals and breakdowns »): a declared total stands for its parts, a long period for the shorter ones
 * in it, and two breakdowns of the same thing (by territory, by channel) count once. Values are placed before
 * absences: a channel that was given is not hidden by a territory that was not.
 */
export function settleTotals(facts: readonly MeasurementFact[]): Settled {
  if (isRegular(facts)) return { counted: [...facts], details: [], crossed: [] };
  const isDetail = detailTest(facts);
  const [details, topmost]: [MeasurementFact[], MeasurementFact[]] = [[], []];
  for (const fact of facts) (isDetail(fact) ? details : topmost).push(fact);
  const crossed: MeasurementFact[] = [];
  const values = countOnce(topmost.filter(hasValue), details, crossed);
  return { counted: [...values, ...missingBeside(values, topmost, details)], details, crossed };
}

/**
 * Facts that detail different dimensions tell the same thing twice where they share days. The least detailed are taken
 * first; a more detailed one is left out when they tell all of its days, and takes their place when they tell only
 * some: twelve months of the whole stand before a year of the web, a year of the web before a single day of the whole.
 */
function countOnce(
  values: readonly MeasurementFact[],
  details: MeasurementFact[],
  crossed: MeasurementFact[],
): MeasurementFact[] {
  let counted: MeasurementFact[] = [];
  for (const [, alike] of bySignature(values)) {
    const before = counted.map(spanOf);
    const [told, days] = [new SpanIndex(before), new SpanIndex(joinedSpans(before))];
    const isTold = (fact: MeasurementFact): boolean =>
      days.covers(spanOf(fact)) || told.crosses(spanOf(fact));
    const added = alike.filter((fact) => !isTold(fact));
    const longer = new SpanIndex(added.map(spanOf));
    const isReplaced = (fact: MeasurementFact): boolean => longer.covers(spanOf(fact));
    details.push(...alike.filter(isTold), ...counted.filter(isReplaced));
    crossed.push(...alike.filter((fact) => isTold(fact) && !days.covers(spanOf(fact))));
    counted = [...counted.filter((fact) => !isReplaced(fact)), ...added];
  }
  return counted;
}

/** Absences that leave a hole among what was counted: not those of another breakdown of the same days. */
function missingBeside(
  values: readonly MeasurementFact[],
  topmost: readonly MeasurementFact[],
  details: MeasurementFact[],
): MeasurementFact[] {
  const missing: MeasurementFact[] = [];
  for (const [signature, alike] of bySignature(topmost.filter((fact) => !hasValue(fact)))) {
    const others = [...values, ...missing].filter((fact) => signatureOf(fact) !== signature);
    const told = new SpanIndex(others.map(spanOf));
    for (const fact of alike) (told.overlaps(spanOf(fact)) ? details : missing).push(fact);
  }
  return missing;
}

const bySignature = (facts: readonly MeasurementFact[]): [string, MeasurementFact[]][] =>
  [...groupBy(facts, signatureOf)].sort(([one], [other]) => (one < other ? -1 : 1));
