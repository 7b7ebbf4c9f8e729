import type { MeasurementFact } from '../measurements/measurement.types.js';
import { DIMENSIONS } from './declared-total.rules.js';
import type { Dimension } from './figure-input.types.js';

/** The slices that make a figure, by dimension; null where some total is given for all of them. */
export type Perimeter = Record<Dimension, string[] | null>;

const WORDS: Record<Dimension, { one: string; other: string; different: string }> = {
  territory: { one: 'territoire', other: 'territoires', different: 'territoires différents' },
  channel: { one: 'canal', other: 'canaux', different: 'canaux différents' },
  organisation: { one: 'partenaire', other: 'partenaires', different: 'partenaires différents' },
};

/** What a total rests on: only values are counted, an absence gives nothing. */
export function perimeterOf(
  counted: readonly Pick<MeasurementFact, Dimension | 'quantity' | 'summed'>[],
): Perimeter {
  const told = counted.filter(({ quantity }) => quantity !== null);
  const slices = (dimension: Dimension): string[] | null => {
    const members = told.flatMap((fact): readonly (string | null)[] => {
      const own = fact.summed?.parts?.members[dimension] ?? [];
      return own.length > 0 ? own : [fact[dimension]];
    });
    const keys = [...new Set(members)];
    return keys.includes(null) ? null : keys.map(String).sort();
  };
  return { territory: slices('territory'), channel: slices('channel'), organisation: slices('organisation') };
}

/** Two years to compare, each with what it rests on. */
export interface Sides {
  current: { year: string; perimeter: Perimeter };
  previous: { year: string; perimeter: Perimeter };
}

/**
 * Why two totals are not of the same perimeter, « 3 territoires sur 7 en 2024 »; null when they are. A total given for
 * all, or a dimension that one of them ignores, is compared: the sum of parts stands for it.
 */
export function otherPerimeter({ current, previous }: Sides): string | null {
  for (const dimension of DIMENSIONS) {
    const [now, then] = [current.perimeter[dimension], previous.perimeter[dimension]];
    if (now === null || then === null || now.join('|') === then.join('|')) continue;
    if (then.every((key) => now.includes(key)))
      return missing(dimension, then.length, now.length, previous.year);
    if (now.every((key) => then.includes(key)))
      return missing(dimension, now.length, then.length, current.year);
    return `${WORDS[dimension].different} en ${previous.year}`;
  }
  return null;
}

function missing(dimension: Dimension, given: number, expected: number, year: string): string {
  const { one, other } = WORDS[dimension];
  return `${given} ${given > 1 ? other : one} sur ${expected} en ${year}`;
}
