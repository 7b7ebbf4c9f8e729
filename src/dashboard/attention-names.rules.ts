import type { Figure } from '../figures/figures.types.js';
import { countWords, joinList, typographic } from '../kernel/french-text.rules.js';

/** Names written in full before « et n autres ». */
export const NAMES_SHOWN = 3;

/** « Vues, Spots et Ambassadeurs », « Vues, Spots, Sets et onze autres ». */
export const named = (names: readonly string[]): string =>
  names.length <= NAMES_SHOWN + 1
    ? joinList(names)
    : `${names.slice(0, NAMES_SHOWN).join(', ')} et ${countWords(names.length - NAMES_SHOWN)} autres`;

/** The short names of indicators, the first ones when they are many; quoted when a comma would cut one in two. */
export function shortNames(figures: readonly Figure[]): string {
  const names = figures.map(({ indicator }) => indicator.shortName);
  const quoted = names.some((name) => name.includes(','));
  return named(names.map((name) => typographic(quoted ? `« ${name} »` : name)));
}
