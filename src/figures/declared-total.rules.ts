import { covers, overlaps } from '../kernel/period.rules.js';
import type { MeasurementFact } from '../measurements/measurement.types.js';
import type { Dimension } from './figure-input.types.js';

export const DIMENSIONS: readonly Dimension[] = ['territory', 'channel', 'organisation'];

/** Facts that add up, and facts that only detail them. */
export interface Settled {
  counted: MeasurementFact[];
  details: MeasurementFact[];
}

const spanOf = (fact: MeasurementFact) => ({ start: fact.periodStart, end: fact.periodEnd });

const sameSpan = (one: MeasurementFact, other: MeasurementFact): boolean =>
  one.periodStart === other.periodStart && one.periodEnd === other.periodEnd;

/** `total` speaks for `part`: every dimension it fills is the part's, and its period holds the part's. */
export function declaresTotalOf(total: MeasurementFact, part: MeasurementFact): boolean {
  if (total.id === part.id || total.campaign !== part.campaign) return false;
  const wider = DIMENSIONS.every(
    (dimension) => total[dimension] === null || total[dimension] === part[dimension],
  );
  return wider && covers(spanOf(total), spanOf(part)) && !(sameSpan(total, part) && sameSlice(total, part));
}

function sameSlice(one: MeasurementFact, other: MeasurementFact): boolean {
  return DIMENSIONS.every((dimension) => one[dimension] === other[dimension]);
}

/** Which dimensions a fact fills, as a rank: fewer first, then territory before channel before organisation. */
function signatureOf(fact: MeasurementFact): string {
  const filled = DIMENSIONS.filter((dimension) => fact[dimension] !== null);
  return `${filled.length}:${DIMENSIONS.map((dimension) => (filled.includes(dimension) ? 0 : 1)).join('')}`;
}

/**
 * Separates what is added up from what details it, among the facts of one indicator and one campaign
 * (contract, « Totals and breakdowns »): a declared total stands for its parts, a long period for the shorter ones
 * in it, and two breakdowns of the same thing (by territory, by channel) count once. A value is never hidden by an
 * absence: « non communiqué » for the year does not erase the months that were given.
 */
export function settleTotals(facts: readonly MeasurementFact[]): Settled {
  const values = facts.filter((fact) => fact.quantity !== null);
  const isDetail = (fact: MeasurementFact): boolean =>
    (fact.quantity === null ? facts : values).some((total) => declaresTotalOf(total, fact)) ||
    (fact.quantity === null && values.some((value) => declaresTotalOf(fact, value)));
  const details = facts.filter(isDetail);
  const topmost = facts.filter((fact) => !isDetail(fact));
  const signatures = [...new Set(topmost.map(signatureOf))].sort();
  const counted: MeasurementFact[] = [];
  for (const signature of signatures) {
    const chosenBefore = [...counted];
    for (const fact of topmost.filter((candidate) => signatureOf(candidate) === signature)) {
      const alreadyTold = chosenBefore.some((chosen) => overlaps(spanOf(chosen), spanOf(fact)));
      (alreadyTold ? details : counted).push(fact);
    }
  }
  return { counted, details };
}
