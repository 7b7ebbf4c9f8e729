import type { RichText } from '../document.types.js';
import type { TextStyle } from '../theme.js';
import type { TextMeasures } from './fonts.js';
import { chopWord, toWords, type Word } from './words.js';

/** One line of words. `width` leaves out the space after the last word. */
export interface Line {
  words: Word[];
  width: number;
}

/** A last line shorter than this share of the width looks like a lonely word. */
const LONELY = 0.22;
/** Room for the difference between the measured words and the drawn line. */
const TOLERANCE = 0.01;

/** Sets a rich text in lines of at most `width`, without lonely last word when the same number of lines allows it. */
export function breakLines(rich: RichText, style: TextStyle, width: number, measures: TextMeasures): Line[] {
  const words = toWords(rich, style, measures);
  const fill = (limit: number): Line[] => fillLines(words, limit, style, measures);
  const lines = fill(width);
  if (lines.length < 2) return lines;
  return style.balanced ? balance(lines, width, fill) : withoutLonelyWord(lines, width, fill);
}

/** Natural width of a text on a single line. */
export function naturalWidth(rich: RichText, style: TextStyle, measures: TextMeasures): number {
  return fillLines(toWords(rich, style, measures), Infinity, style, measures)[0]?.width ?? 0;
}

/** Width of the widest part that cannot be broken without cutting a word. */
export function widestWord(rich: RichText, style: TextStyle, measures: TextMeasures): number {
  return Math.max(0, ...toWords(rich, style, measures).map((word) => word.width));
}

function fillLines(words: Word[], width: number, style: TextStyle, measures: TextMeasures): Line[] {
  const lines: Line[] = [];
  let line: Line | null = null;
  for (const whole of words) {
    const parts = whole.width > width + TOLERANCE ? chopWord(whole, width, style, measures) : [whole];
    for (const word of parts) {
      const space: number = line?.words.at(-1)?.space ?? 0;
      if (line && line.width + space + word.width <= width + TOLERANCE) {
        line.words.push(word);
        line.width += space + word.width;
      } else {
        line = { words: [word], width: word.width };
        lines.push(line);
      }
    }
  }
  return lines;
}

type Fill = (width: number) => Line[];

/** The narrowest measure that keeps the number of lines and cuts no word: all lines end about equally far. */
function balance(lines: Line[], width: number, fill: Fill): Line[] {
  let narrow = Math.max(width / 2, Math.min(width, longestWord(lines)));
  let wide = width;
  for (let step = 0; step < 12; step++) {
    const middle = (narrow + wide) / 2;
    if (fill(middle).length <= lines.length) wide = middle;
    else narrow = middle;
  }
  return fill(wide);
}

const longestWord = (lines: Line[]): number =>
  Math.max(...lines.flatMap((line) => line.words.map((word) => word.width)));

/** Narrows the measure a little, up to a fifth, cutting no word, until the last line is no longer a lonely word. */
function withoutLonelyWord(lines: Line[], width: number, fill: Fill): Line[] {
  const wanted = width * LONELY;
  const narrowest = Math.max(width * 0.78, longestWord(lines));
  let best = lines;
  let bestWidth = lines.at(-1)?.width ?? 0;
  for (let limit = width * 0.985; bestWidth < wanted && limit > narrowest; limit -= width * 0.015) {
    const tried = fill(limit);
    if (tried.length !== lines.length) break;
    const lastWidth = tried.at(-1)?.width ?? 0;
    if (lastWidth > bestWidth) {
      best = tried;
      bestWidth = lastWidth;
    }
  }
  return best;
}
