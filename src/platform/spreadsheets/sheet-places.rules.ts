import { dayNumber } from '../../kernel/calendar.rules.js';
import type { IsoDate } from '../../kernel/period.types.js';

const LETTERS = 26;

/** `A` for the first column, `AA` for the twenty-seventh. */
export function columnName(index: number): string {
  const rest = Math.floor(index / LETTERS);
  const letter = String.fromCharCode(65 + (index % LETTERS));
  return rest === 0 ? letter : columnName(rest - 1) + letter;
}

/** The first day that every spreadsheet counts alike: before it, Excel believes in 29 February 1900. */
const FIRST_DAY: IsoDate = '1900-03-01';
const DAY_ZERO = dayNumber('1899-12-30');

/** The number by which spreadsheets know a day; null for one that they do not know. */
export const daySerial = (day: IsoDate): number | null =>
  day < FIRST_DAY ? null : dayNumber(day) - DAY_ZERO;

const LONGEST_NAME = 31;

/** Names that spreadsheets take for a sheet: short, without the signs of their addresses, each once in any case. */
export function sheetNames(wanted: readonly string[]): string[] {
  const taken = new Set<string>();
  return wanted.map((name) => {
    const plain = name
      .toWellFormed()
      .replace(/[\u0000-\u001f[\]:*?/\\]/g, ' ')
      .replace(/\s+/g, ' ')
      .trim()
      .replace(/^'+|'+$/g, '')
      .trim();
    const base = plain === '' ? 'Feuille' : plain;
    for (let number = 1; ; number += 1) {
      const end = number === 1 ? '' : ` (${number})`;
      const found = `${cut(base, LONGEST_NAME - end.length)}${end}`;
      if (taken.has(found.toLowerCase())) continue;
      taken.add(found.toLowerCase());
      return found;
    }
  });
}

/** The first characters of a text, none of them cut in two. */
const cut = (text: string, most: number): string =>
  text
    .slice(0, most)
    .replace(/[\ud800-\udbff]$/, '')
    .trim();

/** A sheet in an address: `'Mes chiffres'!$A$1`. */
export const quotedSheet = (name: string): string => `'${name.replaceAll("'", "''")}'`;
