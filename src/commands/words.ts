import { formatNumber, pluralCategory } from '../kernel/french-number.rules.js';

/** « 8 chiffres créés », « 0 chiffre modifié »: a count and what agrees with it. */
export function counted(count: number, one: string, other: string): string {
  return `${formatNumber(count)} ${pluralCategory(count) === 'one' ? one : other}`;
}
