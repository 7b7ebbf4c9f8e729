import type { InputIssue } from '../../kernel/domain-error.js';
import { sentence, slug } from '../../kernel/french-text.rules.js';
import type { Territory, TerritoryDefinition } from '../programme.types.js';

/** What is wrong with a territory that somebody adds or changes, among those that are known. */
export function territoryIssues(
  definition: TerritoryDefinition,
  known: readonly Territory[],
  isNew: boolean,
): InputIssue[] {
  const others = known.filter(({ code }) => isNew || code !== definition.code);
  return [
    ...codeIssues(definition, others),
    ...inseeIssues(definition, others),
    ...parentIssues(definition, known),
  ];
}

function codeIssues({ code }: TerritoryDefinition, others: readonly Territory[]): InputIssue[] {
  const same = others.find((one) => slug(one.code) === slug(code));
  if (same === undefined) return [];
  const message = sentence`Le code ${same.code} est déjà celui de ${same.name} : écrivez-en un autre.`;
  return [{ path: 'code', code: 'territory_exists', message }];
}

function inseeIssues({ inseeCode }: TerritoryDefinition, others: readonly Territory[]): InputIssue[] {
  if (inseeCode === null) return [];
  const same = others.find((one) => one.inseeCode === inseeCode);
  if (same === undefined) return [];
  const message = sentence`Le code officiel ${inseeCode} est déjà celui de ${same.name} (${same.code}).`;
  return [{ path: 'inseeCode', code: 'territory_exists', message }];
}

function parentIssues({ code, parentCode }: TerritoryDefinition, known: readonly Territory[]): InputIssue[] {
  const parents = new Map(known.map((one) => [one.code, one.parentCode]));
  if (parentCode === null) return [];
  if (!parents.has(parentCode)) {
    return [
      { path: 'parentCode', code: 'unknown_territory', message: 'Choisissez un territoire de la liste.' },
    ];
  }
  const seen = new Set<string>();
  for (let at: string | null = parentCode; at !== null && !seen.has(at); at = parents.get(at) ?? null) {
    if (at === code) {
      const message = 'Un territoire ne se trouve pas en lui-même\u00a0: choisissez-en un autre.';
      return [{ path: 'parentCode', code: 'circular_territories', message }];
    }
    seen.add(at);
  }
  return [];
}
