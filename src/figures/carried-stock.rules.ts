import type { MeasurementFact } from '../measurements/measurement.types.js';
import { DIMENSIONS } from './declared-total.rules.js';

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
