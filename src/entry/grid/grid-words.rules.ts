import { formatNumber } from '../../kernel/french-number.rules.js';
import { sentence } from '../../kernel/french-text.rules.js';
import type { EntryPeriod } from '../plan/entry-period.rules.js';

/** How much of a grid is filled. */
export interface GridCounts {
  expected: number;
  /** Of the expected ones, those of which something was said. */
  given: number;
  /** Cells to look at before they are sent: doubted, refused, changed by somebody else, sent back. */
  toReview: number;
  /** Kept, and sent to nobody yet. */
  drafts: number;
}

export type CountedState =
  'empty' | 'draft' | 'submitted' | 'returned' | 'validated' | 'review' | 'refused' | 'conflict';

const TO_REVIEW: ReadonlySet<CountedState> = new Set(['review', 'refused', 'conflict', 'returned']);

export function countsOf(rows: readonly { isExpected: boolean; state: CountedState }[]): GridCounts {
  const expected = rows.filter(({ isExpected }) => isExpected);
  return {
    expected: expected.length,
    given: expected.filter(({ state }) => state !== 'empty').length,
    toReview: rows.filter(({ state }) => TO_REVIEW.has(state)).length,
    drafts: rows.filter(({ state }) => state === 'draft' || state === 'review').length,
  };
}

const count = (number: number, one: string, other: string): string =>
  `${formatNumber(number)} ${number > 1 ? other : one}`;

/** « 6 chiffres attendus pour septembre 2020, 4 déjà saisis. » */
export function ledeOf(
  { expected, given }: GridCounts,
  { labelFor: label }: Pick<EntryPeriod, 'labelFor'>,
): string {
  if (expected === 0) return sentence`Aucun chiffre n’est attendu pour ${label}.`;
  const awaited = count(expected, 'chiffre attendu', 'chiffres attendus');
  if (given === expected) {
    const all = expected === 1 ? 'il est saisi' : 'tous saisis';
    return sentence`${awaited} pour ${label}, ${all}.`;
  }
  const done = given === 0 ? 'aucun encore saisi' : count(given, 'déjà saisi', 'déjà saisis');
  return sentence`${awaited} pour ${label}, ${done}.`;
}

/** What is left to do before sending. */
export function progressText({ toReview, drafts, expected, given }: GridCounts): string {
  if (toReview > 0)
    return sentence`${count(toReview, 'case à revoir', 'cases à revoir')} avant de transmettre`;
  if (drafts > 0) return sentence`${count(drafts, 'brouillon à transmettre', 'brouillons à transmettre')}`;
  if (expected > given)
    return sentence`${count(expected - given, 'case reste à remplir', 'cases restent à remplir')}`;
  return 'Rien à transmettre';
}
