import { addDays } from '../kernel/calendar.rules.js';
import { formatDate } from '../kernel/french-date.rules.js';
import type { IsoDate } from '../kernel/period.types.js';
import type { MeasurementFact } from '../measurements/measurement.types.js';
import { DIMENSIONS, hasValue } from './declared-total.rules.js';
import type { IndicatorRule } from './figure-input.types.js';

/** What a fact details: the whole, a campaign, a territory of a campaign… */
const kindOf = (fact: MeasurementFact): string =>
  ['campaign' as const, ...DIMENSIONS].map((key) => (fact[key] === null ? '-' : key)).join(' ');

const isWhole = (fact: MeasurementFact): boolean =>
  fact.campaign === null && DIMENSIONS.every((dimension) => fact[dimension] === null);

/** Whether earlier years may still have something to say: a value of the whole, counted this year, ends the question. */
export function mayBeCarried(ofYear: readonly MeasurementFact[]): boolean {
  return !ofYear.some((fact) => fact.quantity !== null && isWhole(fact));
}

/**
 * What earlier years still say of a stock whose last value stands. All of it when this year gave no value, even if it
 * said « non communiqué »; when it counted some slices, the other slices of the same kind: three territories counted
 * this year join the six that were not.
 */
export function carriedFacts(
  ofYear: readonly MeasurementFact[],
  earlier: readonly MeasurementFact[],
): MeasurementFact[] {
  if (!mayBeCarried(ofYear)) return [];
  const kinds = new Set(ofYear.filter((fact) => fact.quantity !== null).map(kindOf));
  return earlier.filter((fact) => fact.quantity !== null && (kinds.size === 0 || kinds.has(kindOf(fact))));
}

/** The facts of a stock on a day, and which of their values no longer stand. */
export interface AgedFacts {
  facts: readonly MeasurementFact[];
  aged: readonly MeasurementFact[];
}

/**
 * A value older than the indicator allows no longer stands. It is then not available, and what was counted beside it
 * makes a partial total.
 */
export function agedFacts(
  { carryMaxDays }: Pick<IndicatorRule, 'carryMaxDays'>,
  facts: readonly MeasurementFact[],
  day: IsoDate,
): AgedFacts {
  if (carryMaxDays === null) return { facts, aged: [] };
  const oldest = addDays(day, -carryMaxDays);
  const isTooOld = (fact: MeasurementFact): boolean => hasValue(fact) && fact.periodEnd < oldest;
  return {
    facts: facts.map((fact) => (isTooOld(fact) ? expired(fact) : fact)),
    aged: facts.filter(isTooOld),
  };
}

/** The facts as they were given: in its month a value was new, however old it has become since. */
export function asGiven({ facts, aged }: AgedFacts): readonly MeasurementFact[] {
  if (aged.length === 0) return facts;
  const given = new Map(aged.map((fact) => [fact.id, fact]));
  return facts.map((fact) => given.get(fact.id) ?? fact);
}

const expired = (fact: MeasurementFact): MeasurementFact => ({
  ...fact,
  quantity: null,
  absence: 'not_available',
  note: `dernière valeur connue le ${formatDate(fact.periodEnd)}`,
});
