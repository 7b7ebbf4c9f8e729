import { normaliseForSearch, typographic } from '../../kernel/french-text.rules.js';
import type { Territory, TerritoryDefinition } from '../programme.types.js';

/** Levels of the official list, from the widest. */
const OFFICIAL_LEVELS = ['departement', 'intercommunalite', 'commune'] as const;
type OfficialLevel = (typeof OFFICIAL_LEVELS)[number];

/** A département, an intercommunality or a commune of the official list. */
export interface OfficialTerritory {
  level: OfficialLevel;
  /** INSEE code, SIREN for an intercommunality. */
  inseeCode: string;
  name: string;
  /** SIREN of a commune's intercommunality; null outside of any. */
  within: string | null;
}

/** What adding a département would change. */
export interface TerritoryPlan {
  /** Widest first: parents come before what stands in them. */
  created: TerritoryDefinition[];
  updated: TerritoryDefinition[];
  unchanged: number;
}

/** « CC du Quercy Blanc » as its people write it. */
const BODIES: readonly (readonly [RegExp, string])[] = [
  [/^CC (?=\S)/, 'Communauté de communes '],
  [/^CA (?=\S)/, 'Communauté d’agglomération '],
  [/^CU (?=\S)/, 'Communauté urbaine '],
];

/** Reads a file of reference/territories/: a département and what stands in it. */
export function readOfficialTerritories(text: string): OfficialTerritory[] {
  return linesOf(text).flatMap((cell) => {
    const level = OFFICIAL_LEVELS.find((one) => one === cell(0));
    if (level === undefined) return [];
    const name = BODIES.reduce((done, [pattern, words]) => done.replace(pattern, words), cell(2));
    const within = cell(3) === '' ? null : cell(3);
    return [{ level, inseeCode: cell(1), name: typographic(name), within }];
  });
}

/** Reads the list of départements that may be added. */
export const readDepartements = (text: string): { code: string; name: string }[] =>
  linesOf(text).map((cell) => ({ code: cell(0), name: typographic(cell(1)) }));

/** The cells of each line; those that a line lacks are empty. */
const linesOf = (text: string): ((index: number) => string)[] =>
  text
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => {
      const cells = line.split('\t');
      return (index) => cells[index] ?? '';
    });

/** Creates what is missing and gives the official names, codes and parents; what is known is found again, never doubled. */
export function planTerritories(
  official: readonly OfficialTerritory[],
  known: readonly Territory[],
): TerritoryPlan {
  const plan: TerritoryPlan = { created: [], updated: [], unchanged: 0 };
  /** Codes in this installation of official codes: of what is known, then of what is planned. */
  const codes = new Map(
    known.flatMap(({ code, inseeCode }) => (inseeCode === null ? [] : [[inseeCode, code]])),
  );
  const departement = official.find(({ level }) => level === 'departement')?.inseeCode ?? '';
  for (const one of official) {
    const found = findKnown(one, known);
    const code = found?.code ?? newCode(one);
    const parent = parentOf(one, departement, codes);
    codes.set(one.inseeCode, code);
    const { level, inseeCode, name } = one;
    if (found === undefined) {
      plan.created.push({ code, level, inseeCode, name, parentCode: parent });
      continue;
    }
    const parentCode = keepsParent(found, known) ? found.parentCode : (parent ?? found.parentCode);
    const same = found.name === name && found.inseeCode === inseeCode && found.parentCode === parentCode;
    if (same) plan.unchanged += 1;
    else plan.updated.push({ code, level: found.level, inseeCode, name, parentCode });
  }
  return plan;
}

/** By its official code, else by a code that is written the same, else by its name where no code tells another. */
function findKnown(one: OfficialTerritory, known: readonly Territory[]): Territory | undefined {
  const wanted = normaliseForSearch(one.name);
  return (
    known.find(({ inseeCode }) => inseeCode === one.inseeCode) ??
    known.find(({ code }) => code === newCode(one)) ??
    known.find(
      ({ inseeCode, level, name }) =>
        inseeCode === null && isLevel(level, one.level) && normaliseForSearch(name) === wanted,
    )
  );
}

const isLevel = (level: string, official: OfficialLevel): boolean =>
  level === official || (level === 'epci' && official === 'intercommunalite');

const newCode = ({ level, inseeCode }: OfficialTerritory): string =>
  level === 'departement' ? `D${inseeCode}` : inseeCode;

/** A commune stands in its intercommunality when that one is known here, else in its département. */
function parentOf(
  { level, within }: OfficialTerritory,
  departement: string,
  codes: ReadonlyMap<string, string>,
): string | null {
  if (level === 'departement') return null;
  return codes.get(within ?? departement) ?? codes.get(departement) ?? null;
}

/** Somebody put it in a territory of their own, which the official list does not know. */
function keepsParent({ parentCode }: Territory, known: readonly Territory[]): boolean {
  if (parentCode === null) return false;
  return known.find(({ code }) => code === parentCode)?.inseeCode === null;
}
