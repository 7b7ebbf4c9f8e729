import type { InputIssue } from '../kernel/domain-error.js';
import { typographic } from '../kernel/french-text.rules.js';
import {
  DEFINING_MEMBERS,
  type DefiningContent,
  type DefiningMember,
  type IndicatorVersion,
  type SeriesBreak,
} from './indicator.types.js';

/** What a definition says of what is counted: always the same members in the same order. */
export function definingContent(definition: DefiningContent): DefiningContent {
  const members = DEFINING_MEMBERS.map((member) => [member, definition[member]] as const);
  // Every member of the list stands in it, once.
  return Object.fromEntries(members) as unknown as DefiningContent;
}

/** Members of which two definitions say different things. */
export const changedMembers = (before: DefiningContent, after: DefiningContent): DefiningMember[] =>
  DEFINING_MEMBERS.filter((member) => before[member] !== after[member]);

/** Another wording of the same thing, as far as can be told: only its texts changed. */
export const isRewording = (changed: readonly DefiningMember[]): boolean =>
  changed.every((member) => member === 'definition' || member === 'method');

/** The days across which figures are not compared, by indicator and in the order of versions. */
export function seriesBreaks(versions: readonly IndicatorVersion[]): SeriesBreak[] {
  return versions.flatMap(({ indicator, version, validFrom, breaksSeries, reason }) =>
    breaksSeries && validFrom !== null ? [{ indicator, from: validFrom, version, reason }] : [],
  );
}

/** What may not change any more once there are amounts: they would be read otherwise than they were written. */
export function amountIssues(
  known: Pick<DefiningContent, 'decimals' | 'signed'>,
  wanted: Pick<DefiningContent, 'decimals' | 'signed'>,
): InputIssue[] {
  const issue = (path: 'decimals' | 'signed', message: string): InputIssue[] =>
    known[path] === wanted[path] ? [] : [{ path, code: 'measured_indicator', message: typographic(message) }];
  return [
    ...issue(
      'decimals',
      'Des chiffres sont déjà enregistrés avec ce nombre de décimales : il ne change plus. Créez un autre indicateur.',
    ),
    ...issue(
      'signed',
      'Des chiffres sont déjà enregistrés : une quantité ne devient plus une variation, ni l’inverse. Créez un autre indicateur.',
    ),
  ];
}
