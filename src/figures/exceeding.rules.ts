import type { Amount } from '../kernel/figure.types.js';
import { formatMonth } from '../kernel/french-date.rules.js';
import type { MeasurementFact } from '../measurements/measurement.types.js';
import { totalOf, type Evidence } from './evidence.rules.js';
import { factsBy, type Cut } from './fact-groups.rules.js';
import { basisOf } from './figure-basis.rules.js';
import type { FiguresInput } from './figure-input.types.js';
import { isBelow } from './nested-periods.rules.js';
import { toldByBoth } from './told-by-both.rules.js';

/** A part that is certainly larger than what holds it, somewhere. */
export interface Exceeding {
  /** « juillet 2020 », « Grand Cahors », the days that both tell; null for the whole. */
  where: string | null;
  part: Amount;
  whole: Amount;
  facts: MeasurementFact[];
}

/** How facts are cut, and the words of a key. */
interface Level {
  cut: Cut;
  wordsOf: (key: string) => string;
}

/**
 * Where a « dont » passes its parent, or a step of a chain the one before: as a whole, then by campaign, month,
 * territory and channel. What is partial or does not add up holds nothing to be passed; a « dont » is compared over the
 * months and slices that both tell.
 */
export function exceedingOf(part: Evidence, whole: Evidence, input: FiguresInput): Exceeding[] {
  const overall = compared(part, whole, null);
  const levels = levelsOf(input).flatMap(({ cut, wordsOf }) => {
    const wholes = factsBy(cut, whole.facts);
    return [...factsBy(cut, part.facts)].flatMap(([key, facts]) => {
      const holding = wholes.get(key);
      if (!holding) return [];
      return compared({ ...part, facts }, { ...whole, facts: holding }, wordsOf(key)) ?? [];
    });
  });
  return [...(overall ? [overall] : []), ...levels];
}

function levelsOf({ campaigns, labels }: FiguresInput): Level[] {
  const names = new Map(campaigns.map(({ code, shortName }) => [code, shortName]));
  const named = (words: ReadonlyMap<string, string>, key: string): string => words.get(key) ?? key;
  return [
    { cut: 'campaign', wordsOf: (key) => named(names, key) },
    { cut: 'month', wordsOf: (key) => formatMonth(key) },
    { cut: 'territory', wordsOf: (key) => named(labels.territory, key) },
    { cut: 'channel', wordsOf: (key) => named(labels.channel, key) },
  ];
}

/** A step of a chain comes after the one before, which may be told once and for all: it is taken as it stands. */
function compared(part: Evidence, whole: Evidence, where: string | null): Exceeding | null {
  const exceeding = passed(part, whole, where);
  if (!exceeding || part.indicator.subsetOf !== whole.indicator.code) return exceeding;
  // A sum does not tell its months apart: naming it has its measurements read, and compared again.
  if (exceeding.facts.some(({ summed }) => summed !== undefined)) return exceeding;
  const [less, of] = toldByBoth(part, whole);
  const found = passed(less, of, where);
  if (!found || where !== null || (less === part && of === whole)) return found;
  return { ...found, where: String(basisOf(found.facts).period?.text) };
}

function passed(part: Evidence, whole: Evidence, where: string | null): Exceeding | null {
  const [small, large] = [totalOf(part), totalOf(whole)];
  if (!small.amount || !large.amount || large.partial) return null;
  if (!isBelow(large.amount, small.amount)) return null;
  return { where, part: small.amount, whole: large.amount, facts: [...small.counted, ...large.counted] };
}
