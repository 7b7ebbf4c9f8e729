import type { InputIssue } from '../kernel/domain-error.js';
import { sentence } from '../kernel/french-text.rules.js';
import type { IndicatorDefinition } from './indicator.types.js';

/** Members by which an indicator names another one. */
export const LINKS = ['subsetOf', 'numerator', 'denominator', 'chainAfter'] as const;
type Link = (typeof LINKS)[number];
export type Linked = Pick<IndicatorDefinition, Link | 'code' | 'decimals'>;

/** Each family of links goes one way: a rate may count a part of what it divides, a part of itself never. */
const FAMILIES: readonly (readonly Link[])[] = [['subsetOf'], ['numerator', 'denominator'], ['chainAfter']];

/**
 * What is wrong with the indicators that a definition names.
 * @param all those that are known, among which the definition itself as it was, if it was.
 */
export function linkIssues(definition: Linked, all: readonly Linked[]): InputIssue[] {
  const others = new Map(all.map((one) => [one.code, one]));
  others.set(definition.code, definition);
  const unknown = LINKS.flatMap((link) => {
    const named = definition[link];
    return named === null || others.has(named)
      ? []
      : [{ path: link, code: 'unknown_indicator', message: 'Choisissez un indicateur de la liste.' }];
  });
  if (unknown.length > 0) return unknown;
  return [
    ...FAMILIES.flatMap((family) => circleIssues(definition, family, others)),
    ...unitIssues(definition, others),
  ];
}

function circleIssues(
  definition: Linked,
  family: readonly Link[],
  others: ReadonlyMap<string, Linked>,
): InputIssue[] {
  return family.flatMap((link) => {
    const named = definition[link];
    if (named === null) return [];
    const way = wayBack(named, definition.code, family, others);
    if (way === null) return [];
    const message =
      named === definition.code
        ? 'Un indicateur ne se rapporte pas à lui-même : choisissez-en un autre.'
        : sentence`Ce choix ferait un cercle : ${[definition.code, ...way].join(' → ')}. Choisissez-en un autre.`;
    return [{ path: link, code: 'circular_indicators', message }];
  });
}

/** The codes from one indicator to another along links of a family, both included; null when none leads there. */
function wayBack(
  from: string,
  to: string,
  family: readonly Link[],
  others: ReadonlyMap<string, Linked>,
): string[] | null {
  const seen = new Set<string>();
  const walk = (code: string): string[] | null => {
    if (code === to) return [code];
    const one = others.get(code);
    if (one === undefined || seen.has(code)) return null;
    seen.add(code);
    for (const link of family) {
      const next = one[link];
      const way = next === null ? null : walk(next);
      if (way !== null) return [code, ...way];
    }
    return null;
  };
  return walk(from);
}

/** A part and its whole, a step and the one before, are compared amount by amount. */
function unitIssues(definition: Linked, others: ReadonlyMap<string, Linked>): InputIssue[] {
  return (['subsetOf', 'chainAfter'] as const).flatMap((link) => {
    const other = definition[link] === null ? undefined : others.get(definition[link]);
    if (other === undefined || other.decimals === definition.decimals) return [];
    const message = sentence`${other.code} se compte avec ${other.decimals} décimale(s), celui-ci avec ${definition.decimals} : ils ne se comparent pas.`;
    return [{ path: link, code: 'incoherent_definition', message }];
  });
}
