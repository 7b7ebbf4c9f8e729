import { dateText, isoText, type DateStyle } from './cell-dates.rules.js';
import { indexOf } from './cell-references.rules.js';
import { refuseDamaged } from '../reading-refusals.rules.js';
import type { Cell } from '../reading.types.js';

/** What cells refer to. */
export interface WorkbookParts {
  strings: readonly string[];
  /** What each style shows of a number; null for a number. */
  styles: readonly (DateStyle | null)[];
  from1904: boolean;
}

/** A cell as its sheet writes it. */
export interface WrittenCell {
  type: string;
  style: string | undefined;
  /** Result of a formula included. */
  value: string;
  inline: string;
}

const NUMBER = /^[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d+)?$/i;

/** What a cell holds: a number stays one, whatever percentage or currency its style shows. */
export function cellValue({ type, style, value, inline }: WrittenCell, parts: WorkbookParts): Cell {
  switch (type) {
    case 's':
      return value === '' ? '' : (parts.strings[indexOf(value)] ?? refuseDamaged('un texte y manque'));
    case 'inlineStr':
      return unescaped(inline);
    case 'b':
      return value === '' ? '' : value === '1' || value === 'true' ? 'VRAI' : 'FAUX';
    case 'd':
      return isoText(value);
    case 'n':
      return numberValue(value, style, parts);
    default:
      return unescaped(value);
  }
}

function numberValue(value: string, style: string | undefined, parts: WorkbookParts): Cell {
  const written = value.trim();
  const number = Number(written);
  if (!NUMBER.test(written) || !Number.isFinite(number)) return written;
  const shows = style === undefined ? null : (parts.styles[indexOf(style)] ?? null);
  const date = shows === null ? null : dateText(number, shows, parts.from1904);
  // Spreadsheets compute with 15 digits: what follows them is the noise of binary fractions (0.30000000000000004).
  return date ?? (Number.isInteger(number) ? number : Number(number.toPrecision(15)));
}

/** Characters that XML cannot hold are written `_x000D_`. */
export const unescaped = (text: string): string =>
  text.includes('_x')
    ? text.replace(/_x([0-9A-Fa-f]{4})_/g, (_, code: string) => String.fromCharCode(Number(`0x${code}`)))
    : text;
