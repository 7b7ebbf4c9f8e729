import { normaliseForSearch } from '../../kernel/french-text.rules.js';

/** Words that say nothing of what is looked for. */
const EMPTY_WORDS = new Set(
  'a au aux avec combien d dans de des du en et il ils l la le les leur m n nous ont par pour qu que qui s sur un une y'.split(
    ' ',
  ),
);

/** Words of a query past these are not read: nobody writes as many, and each costs. */
const MOST_WORDS = 8;

/** « 13 000 » is one number, whatever spaces hold its digits apart. */
const joinDigits = (text: string): string =>
  text.replace(/(?<!\d)\d{1,3}(?: \d{3})+(?!\d)/g, (number) => number.replaceAll(' ', ''));

/** What a text is found by: its words without accents, capitals nor spaces inside numbers. */
export function wordsOf(text: string): string[] {
  const plain = joinDigits(normaliseForSearch(text).replace(/\p{Cf}/gu, ''));
  return plain.split(/[^\p{L}\p{N}]+/u).filter((word) => word !== '');
}

/** The words of a query that count; all of them when none does. */
export function queryWords(query: string): string[] {
  const words = [...new Set(wordsOf(query))];
  const telling = words.filter((word) => !EMPTY_WORDS.has(word));
  return (telling.length === 0 ? words : telling).slice(0, MOST_WORDS);
}

/** « spots » and « spot », « journaux » and « journal » are one word. */
export function singular(word: string): string {
  if (word.length < 4) return word;
  if (word.endsWith('aux')) return `${word.slice(0, -3)}al`;
  return word.replace(/[sx]$/, '');
}
