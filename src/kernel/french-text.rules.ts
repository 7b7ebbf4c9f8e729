import { MONTHS } from './french-date.rules.js';
import { formatNumber, NARROW_SPACE as NARROW, NO_BREAK_SPACE as FIXED } from './french-number.rules.js';

const COUNTS =
  'zéro un deux trois quatre cinq six sept huit neuf dix onze douze treize quatorze quinze seize'.split(' ');

/** Words that begin with an aspirated h, an i or an o which nothing elides. */
const NO_ELISION =
  /^(?:hach|hai|hal(?:l|t|eau)|ham|hand|hangar|hard|haricot|has|haut|haus|hé(?:ros$|riss)|hiérarch|hit|hockey|hollande|hors|huit|hurl|onz|oui|ouistiti|ya|yo)/;

/** Upper-cases the first letter, past an opening guillemet, parenthesis or markup: « près de 400 » gives « Près de 400 ». */
export function capitalise(text: string): string {
  return text.replace(/^([^\p{L}\p{N}]*)(\p{Ll})/u, (_, opening: string, letter: string) => {
    return opening + letter.toLocaleUpperCase('fr');
  });
}

/** The word starts with a vowel sound, as far as spelling tells. */
export function startsWithVowelSound(word: string): boolean {
  const plain = word.trimStart().toLowerCase().normalize('NFC');
  if (NO_ELISION.test(plain)) return false;
  return /^[aeiouhyàâäéèêëîïôöùûüœæ]/.test(plain);
}

/** Puts « de », « que », « le »… before a word: « d’ambassadeurs », « de vues ». The noun's own flag wins over its spelling. */
export function elide(word: string, next: string, elision: boolean = startsWithVowelSound(next)): string {
  return elision && /[aei]$/.test(word) ? `${word.slice(0, -1)}’${next}` : `${word} ${next}`;
}

/** « Facebook, Instagram et LinkedIn ». */
export function joinList(items: readonly string[], last = 'et'): string {
  if (items.length < 2) return items.join('');
  return `${items.slice(0, -1).join(', ')} ${last} ${items.at(-1)}`;
}

/** « 1er », « 1re », « 2e »; the rich form raises the letters: « 1^er^ ». */
export function ordinal(rank: number, gender: 'masculine' | 'feminine' = 'masculine', rich = false): string {
  const letters = rank !== 1 ? 'e' : gender === 'feminine' ? 're' : 'er';
  return `${formatNumber(rank)}${rich ? `^${letters}^` : letters}`;
}

/** Small counts in letters, as sentences want them: « six opérations », « une séance »; digits from 17 on. */
export function countWords(count: number, gender: 'masculine' | 'feminine' = 'masculine'): string {
  if (count === 1 && gender === 'feminine') return 'une';
  return COUNTS[count] ?? formatNumber(count);
}

/** What two spellings of the same thing share: no accents, no capitals, plain spaces and apostrophes. */
export function normaliseForSearch(text: string): string {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .replaceAll('œ', 'oe')
    .replaceAll('æ', 'ae')
    .replaceAll('’', "'")
    .replace(/\s+/g, ' ')
    .trim()
    .normalize('NFC');
}

const collator = new Intl.Collator('fr', { numeric: true });

/** French alphabetical order (abeille, éclat, École, Zoo), the same on every engine; equal words by code unit. */
export function compareFrench(one: string, other: string): number {
  const order = collator.compare(one, other);
  if (order !== 0) return order;
  return one < other ? -1 : one > other ? 1 : 0;
}

/** A code as addresses write it: OP-2020-SPOTS is op-2020-spots, VISITEURS_STAND is visiteurs-stand. Lookups compare slugs. */
export function slug(code: string): string {
  return normaliseForSearch(code)
    .replace(/[^\p{L}\p{N}]+/gu, '-')
    .replace(/^-|-$/g, '');
}

/** The code that an address stands for: capitals, with the separator of its kind (indicators use the underscore). */
export function canonicalCode(address: string, separator: '-' | '_' = '-'): string {
  return slug(address).replaceAll('-', separator).toUpperCase();
}

/** The plain text of the light markup: `**bold**` and `1^er^`. */
export function withoutMarkup(text: string): string {
  return text.replaceAll('**', '').replace(/\^([^^\s]+)\^/g, '$1');
}

/** Any space that may stand inside a line, breaking or not. */
const SPACES = '[ \\t\\u00a0\\u202f]';
const MONTH = MONTHS.join('|');

/**
 * Addresses, e-mails and HTML entities are left as they are. The last characters of an address are not its own
 * when they are punctuation: « voir https://lot.fr ! ».
 */
const UNTOUCHED =
  /((?<![a-z\d+-])[a-z][a-z\d+-]*:\/\/[^\s<>«»]*[^\s<>«».,;:!?)…]|\bwww\.[^\s<>«»]*[^\s<>«».,;:!?)…]|(?<![\p{L}\d._%+-])[\p{L}\d._%+-]+@[\p{L}\d-]+(?:\.[\p{L}\d-]+)+|(?<![\p{L}\d-]|[\p{L}\d-]\.)[\p{L}\d-]+(?:\.[\p{L}\d-]+)+\/[^\s<>«»]*[^\s<>«».,;:!?)…]|&#?\w+;)/iu;

const rule = (pattern: string, flags = 'gu'): RegExp => new RegExp(pattern, flags);

/** In order: each line is one habit of French printers. */
const RULES: readonly (readonly [RegExp, string])[] = [
  [/'/g, '’'],
  [/\.{3}/g, '…'],
  // Guillemets hold their text with no-break spaces.
  [rule(`«${SPACES}*`), `«${FIXED}`],
  [rule(`(?<!${SPACES})${SPACES}*»`), `${FIXED}»`],
  // High punctuation: a space that is there becomes the right one, a missing one is added at the end of a word.
  [rule(`(?<!${SPACES})${SPACES}+([;!?])`), `${NARROW}$1`],
  [rule(`(?<!${SPACES})${SPACES}+:`), `${FIXED}:`],
  [/(?<=[\p{L}\p{N})»…])([;!?])(?=[;:!?…]*(?:\s|»|\)|$))/gu, `${NARROW}$1`],
  [/(?<=[\p{L}\p{N})»…]):(?=\s|$)/gu, `${FIXED}:`],
  // 13 000: groups of three after one to three digits; « 2020 450 » is a year and a number.
  [rule(`(?<!\\d|\\d[-.,/:])(\\d{1,3})(?=(?:${SPACES}\\d{3}){1,6}(?!\\d))${SPACES}`), `$1${NARROW}`],
  [rule(`(?<=\\d\\u202f\\d{3})${SPACES}(?=\\d{3}(?!\\d))`), NARROW],
  // A number and its unit.
  [rule(`(?<=\\d)${SPACES}?([%€])`), `${FIXED}$1`],
  [rule(`(?<=\\d)${SPACES}(?=(?:h|min|km|m²|k€|M€|ans?)(?![\\p{L}\\d]))`), FIXED],
  [rule(`(?<![\\p{L}\\d])(\\d{1,2})${SPACES}?h${SPACES}?(?=\\d{2}(?![\\p{L}\\d]))`), `$1${FIXED}h${FIXED}`],
  [rule(`n°${SPACES}?(?=\\d)`), `n°${FIXED}`],
  [rule(`(?<![\\p{L}\\d])(M\\.|MM\\.|Mme|Mmes)${SPACES}(?=\\p{Lu})`), `$1${FIXED}`],
  [rule(`(?<![\\p{L}\\d])p\\.${SPACES}(?=\\d)`), `p.${FIXED}`],
  // 16 décembre 2020, 1er janvier.
  [rule(`(?<=\\d|\\der|\\^er\\^)${SPACES}(?=(?:${MONTH})(?!\\p{L}))`), FIXED],
  [rule(`(?<=(?<!\\p{L})(?:${MONTH}))${SPACES}(?=\\d{4}(?!\\d))`), FIXED],
];

/**
 * French spacing and signs for text that people typed: « 130 000 », « 45 % », « Oh my Lot ! », « 16 décembre ».
 * Doing it twice changes nothing more; addresses, e-mails and times are kept.
 */
export function typographic(text: string): string {
  return text
    .split(UNTOUCHED)
    .map((part, index) =>
      index % 2 === 1 ? part : RULES.reduce((done, [pattern, by]) => done.replace(pattern, by), part),
    )
    .join('');
}

/**
 * Template tag for messages that quote people: the sentence gets its French spaces, the values stay as given.
 * sentence`${found} : écrivez un nombre.`
 */
export function sentence(parts: TemplateStringsArray, ...values: readonly (string | number)[]): string {
  return parts.map((part, index) => typographic(part) + String(values[index] ?? '')).join('');
}

/** « (CCI du Lot) », « (Chambre de commerce [CCI]) »: words between parentheses, whose own become brackets. */
export const inParentheses = (words: string): string =>
  `(${words.replaceAll('(', '[').replaceAll(')', ']')})`;
