import { nearestCode } from '../../kernel/nearest-code.rules.js';
import { singular } from './search-text.rules.js';
import type { SearchEntry, SearchField } from './search.types.js';

const EXACT = 4;
const OTHER_NUMBER = 3;
const BEGINNING = 2;
/** A beginning of one letter would match everything. */
const SHORTEST_BEGINNING = 2;

const isNumber = (word: string): boolean => /^\d+$/.test(word);

/** How well a word of the query is one of a text; 0 when it is none. A number is another number or it is not. */
function likeness(asked: string, found: string): number {
  if (asked === found) return EXACT;
  if (isNumber(asked)) return 0;
  if (singular(asked) === singular(found)) return OTHER_NUMBER;
  return asked.length >= SHORTEST_BEGINNING && found.startsWith(asked) ? BEGINNING : 0;
}

function bestIn(asked: string, { words, weight }: SearchField): number {
  return words.reduce((best, found) => Math.max(best, likeness(asked, found) * weight), 0);
}

/** How well an entry answers a query; 0 unless every word of it is found. */
export function scoreOf(words: readonly string[], { fields }: Pick<SearchEntry<unknown>, 'fields'>): number {
  let score = 0;
  for (const word of words) {
    const best = fields.reduce((found, field) => Math.max(found, bestIn(word, field)), 0);
    if (best === 0) return 0;
    score += best;
  }
  return score;
}

/** What answers a query, best first; what answers as well keeps its own order. */
export function found<Item>(words: readonly string[], entries: readonly SearchEntry<Item>[]): Item[] {
  if (words.length === 0) return [];
  return entries
    .map((entry) => ({ entry, score: scoreOf(words, entry) }))
    .filter(({ score }) => score > 0)
    .sort((one, other) => other.score - one.score || one.entry.order - other.entry.order)
    .map(({ entry }) => entry.item);
}

/** The commonest slip of all, which costs two letters elsewhere: « stes » for « sets ». */
function withTwoLettersSwapped(word: string): string[] {
  const letters = [...word];
  return letters.slice(1).map((letter, index) => {
    const before = letters.slice(0, index).join('');
    return `${before}${letter}${letters[index] ?? ''}${letters.slice(index + 2).join('')}`;
  });
}

/** The known word that was probably meant, or the word itself. */
function probablyMeant(word: string, known: readonly string[]): string {
  const swapped = withTwoLettersSwapped(word).find((one) => known.includes(one));
  return swapped ?? nearestCode(word, known) ?? word;
}

/** The query with its unknown words as they were probably meant; null when no word is near enough, or none is unknown. */
export function suggestion(words: readonly string[], known: readonly string[]): string | null {
  const isKnown = (word: string): boolean => known.some((one) => likeness(word, one) > 0);
  const meant = words.map((word) => (isKnown(word) || isNumber(word) ? word : probablyMeant(word, known)));
  return meant.every((word, index) => word === words[index]) ? null : meant.join(' ');
}
