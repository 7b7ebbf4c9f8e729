import { formatDate } from '../kernel/french-date.rules.js';
import { capitalise, sentence, typographic } from '../kernel/french-text.rules.js';
import type { IsoDate } from '../kernel/period.types.js';
import { changedMembers } from './indicator-versions.rules.js';
import type { DefiningContent, DefiningMember, IndicatorVersion } from './indicator.types.js';

/** What a definition says, in a list of what changed. */
const MEMBERS: Record<DefiningMember, string> = {
  unit: 'unité',
  decimals: 'décimales',
  signed: 'signe',
  nature: 'nature',
  aggregationTime: 'total dans le temps',
  aggregationTerritory: 'total des territoires',
  aggregationChannel: 'total des canaux',
  overlapping: 'parts qui se recoupent',
  exhaustive: 'parts complètes',
  carriesLastValue: 'report de la dernière valeur',
  carryMaxDays: 'âge de la valeur reportée',
  restartsOn: 'remise à zéro',
  subsetOf: 'indicateur dont il est une part',
  numerator: 'numérateur',
  denominator: 'dénominateur',
  factor: 'facteur',
  definition: 'définition',
  method: 'méthode',
};

/** Members whose words say by themselves what they are: the others are named only. */
const TOLD = ['definition', 'method', 'unit'] as const satisfies readonly DefiningMember[];

/** One definition that an indicator has had, beside the one before. */
export interface ToldVersion {
  version: number;
  /** « depuis le début », « depuis le 1er janvier 2021 ». */
  from: string;
  /** « première définition », « unité, méthode ». */
  changed: string;
  /** « Méthode : pesée des cartons vides », of what changed. */
  told: string[];
  reason: string | null;
  breaks: boolean;
  recordedAt: string;
  recordedBy: string;
}

/** The definitions that an indicator has had, newest first. @param versions oldest first. */
export function definitionHistory(versions: readonly IndicatorVersion[]): ToldVersion[] {
  const told = versions.map((version, index): ToldVersion => {
    const before = versions[index - 1] ?? null;
    const changed = before === null ? null : changedMembers(before.content, version.content);
    return {
      version: version.version,
      from: fromWords(version.validFrom),
      changed: changed === null ? 'première définition' : changed.map((member) => MEMBERS[member]).join(', '),
      told: TOLD.filter((member) => changed === null || changed.includes(member)).flatMap((member) =>
        memberText(member, version.content, before?.content ?? null),
      ),
      reason: version.reason === null ? null : typographic(version.reason),
      breaks: version.breaksSeries,
      recordedAt: version.recordedAt,
      recordedBy: version.recordedBy,
    };
  });
  return told.toReversed();
}

const fromWords = (day: IsoDate | null): string =>
  day === null ? 'depuis le début' : `depuis le ${formatDate(day)}`;

/** What a member says; that it says nothing any more is told too. */
function memberText(
  member: (typeof TOLD)[number],
  content: DefiningContent,
  before: DefiningContent | null,
): string[] {
  const text = content[member];
  if (text === null) return before === null ? [] : [sentence`${capitalise(MEMBERS[member])} : retirée`];
  return [sentence`${capitalise(MEMBERS[member])} : ${text}`];
}

/** « compté jusqu’au 31 décembre 2021 »: the last day is counted. Null while there is none. */
export const retirementText = (retiredOn: IsoDate | null): string | null =>
  retiredOn === null ? null : `compté jusqu’au ${formatDate(retiredOn)}`;
