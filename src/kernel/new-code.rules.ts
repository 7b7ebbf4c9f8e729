import { canonicalCode } from './french-text.rules.js';

/** The last characters of a code are left for the number that tells two things of one name apart. */
const LONGEST_STEM = 60;

/** The code that a name makes: ASCII capitals and digits, parted as codes of its kind are; empty for a name without any. */
export function codeOfName(name: string, separator: '-' | '_'): string {
  return canonicalCode(name, separator)
    .replace(/[^A-Z0-9]+/g, separator)
    .slice(0, LONGEST_STEM)
    .replace(/^[-_]|[-_]$/g, '');
}

/** A code as it is, numbered when it is taken: `VISITEURS_2`. @param taken canonical codes in use */
export function freeCode(wanted: string, separator: '-' | '_', taken: ReadonlySet<string>): string {
  if (!taken.has(wanted)) return wanted;
  let number = 2;
  while (taken.has(`${wanted}${separator}${number}`)) number += 1;
  return `${wanted}${separator}${number}`;
}
