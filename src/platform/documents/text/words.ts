import type { RichText } from '../document.types.js';
import type { FontName, TextStyle } from '../theme.js';
import { fontSpans, type TextMeasures } from './fonts.js';
import { glueLittleWords, parseRichText } from './rich-text.js';

/** A stretch of text drawn in one go. */
export interface Piece {
  text: string;
  font: FontName;
  features: readonly string[];
  width: number;
}

/** What is never cut between two lines, unless it is wider than a whole line. */
export interface Word {
  pieces: Piece[];
  width: number;
  /** The space that follows, zero after a hyphen where a line may end. */
  space: number;
  spaceFont: FontName;
}

/** The narrow no-break space is only 0.12 em wide in Source Sans 3: « 130 000 » would look glued at 9 points. */
const THIN_SPACE_EXTRA = 0.05;
const THIN_SPACE_IN_NUMBER = /(?<=\d\u202f)(?=\d)/;
const WIDENED: ReadonlySet<FontName> = new Set(['text', 'semibold', 'bold']);

/** Spaces, and the hyphens and slashes between real words, where a line may end. */
const BREAKS = /( +|(?<=\p{L}{3}[-/])(?=\p{L}{3}))/u;

/** True when the piece ends with a widened thin space: the next one must be placed on its own. */
export function endsWidened(piece: Piece): boolean {
  return WIDENED.has(piece.font) && /\d\u202f$/.test(piece.text);
}

/** Cuts a rich text into measured words. */
export function toWords(rich: RichText, style: TextStyle, measures: TextMeasures): Word[] {
  const words: Word[] = [];
  let current: Word | null = null;
  const finish = (): void => {
    if (current) words.push(current);
    current = null;
  };
  for (const run of parseRichText(rich)) {
    const font = run.bold ? style.strong : style.font;
    const features = run.raised ? ['sups'] : [];
    const text = style.glued ? glueLittleWords(run.text) : run.text;
    for (const part of text.split(BREAKS)) {
      if (part.trim() === '' && !/[\u00a0\u202f]/.test(part)) {
        finish();
        const last = words.at(-1);
        if (last && part !== '') {
          last.space = measures.width(' ', font, style.size) + style.tracking;
          last.spaceFont = font;
        }
        continue;
      }
      if (current && endsAtHyphen(current, part)) finish();
      current ??= { pieces: [], width: 0, space: 0, spaceFont: font };
      append(current, part, font, features, style, measures);
    }
  }
  finish();
  return words;
}

/** A hyphen that `split` found breakable has just closed the word: the next part starts another one. */
function endsAtHyphen(word: Word, next: string): boolean {
  const text = word.pieces.map((piece) => piece.text).join('');
  return /\p{L}{3}[-/]$/u.test(text) && /^\p{L}{3}/u.test(next);
}

function append(
  word: Word,
  text: string,
  font: FontName,
  features: readonly string[],
  style: TextStyle,
  measures: TextMeasures,
): void {
  for (const span of fontSpans(text, font))
    for (const part of span.text.split(THIN_SPACE_IN_NUMBER)) {
      const piece: Piece = { text: part, font: span.font, features, width: 0 };
      const tracking = style.tracking * part.length;
      const extra = endsWidened(piece) ? THIN_SPACE_EXTRA * style.size : 0;
      piece.width = measures.width(part, span.font, style.size, features) + tracking + extra;
      word.pieces.push(piece);
      word.width += piece.width;
    }
}

/** Where a very long word (an address, a code) is best cut. */
const GOOD_CUT = /[-/_.@&=?,;:\u00a0\u202f]/;

/**
 * Cuts a word that is wider than a whole line into words that fit, after a sign where there is one in the second half
 * of the line. A line always receives one character at least.
 */
export function chopWord(word: Word, width: number, style: TextStyle, measures: TextMeasures): Word[] {
  const chunks: Word[] = [];
  let chunk = emptyLike(word);
  for (const piece of word.pieces) {
    for (const character of piece.text) {
      const advance =
        measures.width(character, piece.font, style.size, piece.features) +
        style.tracking +
        (character === '\u202f' ? THIN_SPACE_EXTRA * style.size : 0);
      if (chunk.width > 0 && chunk.width + advance > width) {
        const [head, tail] = cutAtSign(chunk, width, style, measures);
        chunks.push(head);
        chunk = tail;
      }
      const last = chunk.pieces.at(-1);
      if (last?.font === piece.font && last.features === piece.features && !endsWidened(last)) {
        last.text += character;
        last.width += advance;
      } else chunk.pieces.push({ ...piece, text: character, width: advance });
      chunk.width += advance;
    }
  }
  chunk.space = word.space;
  chunk.spaceFont = word.spaceFont;
  return [...chunks, chunk];
}

function emptyLike(word: Word): Word {
  return { pieces: [], width: 0, space: 0, spaceFont: word.spaceFont };
}

/** Gives back the end of a full chunk to the next line when a sign stands in its second half. */
function cutAtSign(chunk: Word, width: number, style: TextStyle, measures: TextMeasures): [Word, Word] {
  const tail = emptyLike(chunk);
  const last = chunk.pieces.at(-1);
  if (!last || last.features.length > 0) return [chunk, tail];
  const characters = [...last.text];
  const at = characters.findLastIndex((character) => GOOD_CUT.test(character)) + 1;
  if (at <= 0 || at >= characters.length) return [chunk, tail];
  const kept = characters.slice(0, at).join('');
  const given = characters.slice(at).join('');
  const givenWidth = measures.width(given, last.font, style.size) + style.tracking * (characters.length - at);
  if (chunk.width - givenWidth < width / 2) return [chunk, tail];
  last.text = kept;
  last.width -= givenWidth;
  chunk.width -= givenWidth;
  tail.pieces.push({ ...last, text: given, width: givenWidth });
  tail.width = givenWidth;
  return [chunk, tail];
}
