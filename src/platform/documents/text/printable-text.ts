import { isPrintable } from './fonts.js';

/** Drawn in place of a character that no embedded font has (Chinese, Arabic, private use). */
const REPLACEMENT = '□';

/** Emoji, their modifiers and joiners: they carry no meaning that the text should not carry itself. */
const EMOJI = /[\p{Extended_Pictographic}\p{Regional_Indicator}\p{Emoji_Modifier}\u20e3\ufe00-\ufe0f\u200d]/u;

/** Marks that order or join letters without being seen. */
const INVISIBLE =
  /[\u00ad\u034f\u061c\u180e\u200b\u200c\u200e\u200f\u2028-\u202e\u2060-\u206f\ufeff\p{Cc}\p{Cs}]/u;

/** What was changed in a text before it could be printed. */
export interface PrintableText {
  text: string;
  removed: string[];
  replaced: string[];
}

/**
 * Turns any text into one that the embedded fonts can draw. Emoji and invisible marks go, lookalikes (« 𝐁 », « ﷼ »)
 * become the letters they stand for, and what remains unknown becomes a visible square.
 */
export function printableText(source: string): PrintableText {
  const result: PrintableText = { text: '', removed: [], replaced: [] };
  for (const character of source.normalize('NFC')) {
    if (/[\t\n\r\v\f\u0085\u2028\u2029]/.test(character)) result.text += ' ';
    else if (character !== '\u202f' && INVISIBLE.test(character)) continue;
    else if (isPrintable(character)) result.text += character;
    else if (EMOJI.test(character)) result.removed.push(character);
    else result.text += substitute(character, result);
  }
  if (result.removed.length > 0) result.text = result.text.replace(/ {2,}/g, ' ').trim();
  return result;
}

function substitute(character: string, result: PrintableText): string {
  const plain = [...character.normalize('NFKC')];
  if (plain.length <= 4 && plain.every(isPrintable)) return plain.join('');
  if (/\p{Mn}/u.test(character)) return '';
  result.replaced.push(character);
  return REPLACEMENT;
}

/** A copy of the data in which every text is printable; each changed text adds one French sentence to `warnings`. */
export function printableData<T>(data: T, warnings: string[]): T {
  return copy(data, warnings) as T;
}

function copy(value: unknown, warnings: string[]): unknown {
  if (typeof value === 'string') return printed(value, warnings);
  if (Array.isArray(value)) return value.map((item) => copy(item, warnings));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, copy(item, warnings)]));
}

function printed(source: string, warnings: string[]): string {
  const { text, removed, replaced } = printableText(source);
  const excerpt = text.length > 60 ? `${text.slice(0, 60)}…` : text;
  if (removed.length > 0)
    warnings.push(`Symboles retirés (${names(removed)}), absents des polices : « ${excerpt} ».`);
  if (replaced.length > 0)
    warnings.push(
      `Caractères remplacés par « ${REPLACEMENT} » (${names(replaced)}), absents des polices : « ${excerpt} ».`,
    );
  return text;
}

function names(characters: string[]): string {
  const codes = characters.map(
    (c) => `U+${(c.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`,
  );
  return [...new Set(codes)].slice(0, 5).join(', ');
}
