import { monthOf } from '../kernel/calendar.rules.js';
import { groupBy } from '../kernel/group-by.rules.js';
import type { MeasurementFact } from '../measurements/measurement.types.js';
import type { Dimension } from './figure-input.types.js';

/** Along what facts are cut. */
export type Cut = Dimension | 'campaign' | 'month';
type Groups = ReadonlyMap<string, MeasurementFact[]>;

const known = new WeakMap<readonly MeasurementFact[], Map<Cut, Groups>>();

/** Facts by what they tell along a cut, without those that tell nothing of it: cut once, whoever asks again. */
export function factsBy(cut: Cut, facts: readonly MeasurementFact[]): Groups {
  const cuts = known.get(facts) ?? new Map<Cut, Groups>();
  known.set(facts, cuts);
  const groups = cuts.get(cut) ?? groupedBy(cut, facts);
  cuts.set(cut, groups);
  return groups;
}

function groupedBy(cut: Cut, facts: readonly MeasurementFact[]): Groups {
  const keyOf = cut === 'month' ? monthHolding : (fact: MeasurementFact): string | null => fact[cut];
  return groupBy(
    facts.filter((fact) => keyOf(fact) !== null),
    (fact) => String(keyOf(fact)),
  );
}

const monthHolding = ({ periodStart, periodEnd }: MeasurementFact): string | null =>
  monthOf(periodStart) === monthOf(periodEnd) ? monthOf(periodStart) : null;
