import { monthOf } from '../kernel/calendar.rules.js';
import type { Amount } from '../kernel/figure.types.js';
import { formatMonth } from '../kernel/french-date.rules.js';
import { groupBy } from '../kernel/group-by.rules.js';
import type { MeasurementFact } from '../measurements/measurement.types.js';
import { totalOf, type Evidence } from './evidence.rules.js';
import type { FiguresInput } from './figure-input.types.js';
import { isBelow } from './nested-periods.rules.js';

/** A part that is certainly larger than what holds it, somewhere. */
export interface Exceeding {
  /** « juillet 2020 », « Grand Cahors »; null for the whole. */
  where: string | null;
  part: Amount;
  whole: Amount;
  facts: MeasurementFact[];
}

/** How facts are cut: the key of one, null when it is not at this level, and the words of a key. */
interface Level {
  keyOf: (fact: MeasurementFact) => string | null;
  wordsOf: (key: string) => string;
}

/**
 * Where a « dont » passes its parent, or a step of a chain the one before: as a whole, then by campaign, month,
 * territory and channel. What is partial or does not add up holds nothing to be passed.
 */
export function exceedingOf(part: Evidence, whole: Evidence, input: FiguresInput): Exceeding[] {
  const overall = compared(part, whole, null);
  const levels = levelsOf(input).flatMap(({ keyOf, wordsOf }) => {
    const wholes = slicesOf(whole, keyOf);
    return [...slicesOf(part, keyOf)].flatMap(([key, alone]) => {
      const holder = wholes.get(key);
      return holder ? (compared(alone, holder, wordsOf(key)) ?? []) : [];
    });
  });
  return [...(overall ? [overall] : []), ...levels];
}

function levelsOf({ campaigns, labels }: FiguresInput): Level[] {
  const names = new Map(campaigns.map(({ code, shortName }) => [code, shortName]));
  const named = (words: ReadonlyMap<string, string>, key: string): string => words.get(key) ?? key;
  return [
    { keyOf: (fact) => fact.campaign, wordsOf: (key) => named(names, key) },
    { keyOf: monthHolding, wordsOf: (key) => formatMonth(key) },
    { keyOf: (fact) => fact.territory, wordsOf: (key) => named(labels.territory, key) },
    { keyOf: (fact) => fact.channel, wordsOf: (key) => named(labels.channel, key) },
  ];
}

const monthHolding = ({ periodStart, periodEnd }: MeasurementFact): string | null =>
  monthOf(periodStart) === monthOf(periodEnd) ? monthOf(periodStart) : null;

function slicesOf(evidence: Evidence, keyOf: Level['keyOf']): Map<string, Evidence> {
  const told = evidence.facts.filter((fact) => keyOf(fact) !== null);
  const groups = groupBy(told, (fact) => String(keyOf(fact)));
  return new Map([...groups].map(([key, facts]) => [key, { ...evidence, facts }]));
}

function compared(part: Evidence, whole: Evidence, where: string | null): Exceeding | null {
  const [small, large] = [totalOf(part), totalOf(whole)];
  if (!small.amount || !large.amount || large.partial) return null;
  if (!isBelow(large.amount, small.amount)) return null;
  return { where, part: small.amount, whole: large.amount, facts: [...small.counted, ...large.counted] };
}
