import { formatNumber, NO_BREAK_SPACE } from '../kernel/french-number.rules.js';
import type { MeasurementFact } from '../measurements/measurement.types.js';
import { hasValue } from './declared-total.rules.js';

/** What the parts of a total are, one and several. */
const PART_WORDS = {
  organisation: ['partenaire', 'partenaires'],
  territory: ['territoire', 'territoires'],
  channel: ['canal', 'canaux'],
  campaign: ['opération', 'opérations'],
  day: ['jour', 'jours'],
  month: ['mois', 'mois'],
  season: ['saison', 'saisons'],
  year: ['année', 'années'],
  value: ['valeur', 'valeurs'],
} as const;
type PartKind = keyof typeof PART_WORDS;

/** A total made of fewer parts than were expected: « 3 partenaires sur 4 ». */
export interface PartialTotal {
  given: number;
  expected: number;
  of: PartKind;
}

/** Named by the first of these whose members were wholly given or wholly missing. */
const NAMED_FIRST = ['organisation', 'territory', 'channel', 'campaign'] as const;

/**
 * What is missing from facts that add up; null when nothing is. Of four partners of whom one gave none of the year’s
 * months, a partner is missing, not twelve values.
 */
export function partialOf(counted: readonly MeasurementFact[]): PartialTotal | null {
  const expected = counted.filter((fact) => hasValue(fact) || fact.absence !== 'not_applicable');
  const given = expected.filter(hasValue);
  if (given.length === expected.length) return null;
  for (const of of NAMED_FIRST) {
    const missing = missingAmong(expected, (fact) => fact[of]);
    if (missing) return { ...missing, of };
  }
  const precision = expected[0]?.precision;
  if (precision !== undefined && precision in PART_WORDS) {
    const alike = (fact: MeasurementFact): string | null =>
      fact.precision === precision ? fact.periodStart : null;
    const missing = missingAmong(expected, alike);
    if (missing) return { ...missing, of: precision as PartKind };
  }
  return { given: given.length, expected: expected.length, of: 'value' };
}

/** Members given, of all members; null when one is both given and missing, or when a fact is of none. */
function missingAmong(
  facts: readonly MeasurementFact[],
  memberOf: (fact: MeasurementFact) => string | null,
): Pick<PartialTotal, 'given' | 'expected'> | null {
  const isGiven = new Map<string, boolean>();
  for (const fact of facts) {
    const member = memberOf(fact);
    if (member === null || (isGiven.get(member) ?? hasValue(fact)) !== hasValue(fact)) return null;
    isGiven.set(member, hasValue(fact));
  }
  return { given: [...isGiven.values()].filter(Boolean).length, expected: isGiven.size };
}

/** « Total partiel : 3 partenaires sur 4 ». */
export function partialText({ given, expected, of }: PartialTotal): string {
  const [one, several] = PART_WORDS[of];
  return `Total partiel${NO_BREAK_SPACE}: ${formatNumber(given)} ${given > 1 ? several : one} sur ${formatNumber(expected)}`;
}
