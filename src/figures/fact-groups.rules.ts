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
    alongCut(cut, facts).filter((fact) => keyOf(fact) !== null),
    (fact) => String(keyOf(fact)),
  );
}

/** A sum that comes in parts is cut by them; it belongs to one campaign as a whole. */
const alongCut = (cut: Cut, facts: readonly MeasurementFact[]): readonly MeasurementFact[] =>
  cut === 'campaign' ? facts : facts.flatMap((fact) => fact.summed?.parts?.along(cut) ?? [fact]);

const monthHolding = ({ periodStart, periodEnd }: MeasurementFact): string | null =>
  monthOf(periodStart) === monthOf(periodEnd) ? monthOf(periodStart) : null;
