import type { Absence, Qualifier } from './figure.types.js';

/** The life of a measurement; the validation rules live with measurements, the codes of files here. */
export type StatusCode = 'draft' | 'submitted' | 'returned' | 'validated' | 'withdrawn';

const QUALIFIER_CODES: Record<Qualifier, string> = {
  exact: 'exact',
  more_than: 'plus_de',
  at_least: 'au_moins',
  nearly: 'pres_de',
  about: 'environ',
  less_than: 'moins_de',
  up_to: 'jusqu_a',
  between: 'entre',
};

const STATUS_CODES: Record<StatusCode, string> = {
  draft: 'brouillon',
  submitted: 'soumis',
  returned: 'a_corriger',
  validated: 'valide',
  withdrawn: 'retire',
};

const ABSENCE_CODES: Record<Absence, string> = {
  not_communicated: 'nc',
  not_available: 'nd',
  not_applicable: 'so',
  suppressed: 's',
};

/** Finds the English name of a French code, whatever its case; null when the code is unknown. */
function reader<T extends string>(codes: Record<T, string>): (code: string) => T | null {
  const names = new Map(Object.entries<string>(codes).map(([name, code]) => [code, name as T]));
  // Most are written as they should be.
  return (code) => names.get(code) ?? names.get(code.trim().toLowerCase()) ?? null;
}

/** `more_than` is written `plus_de` in the standard file. */
export const qualifierToFrench = (qualifier: Qualifier): string => QUALIFIER_CODES[qualifier];
export const qualifierFromFrench = reader(QUALIFIER_CODES);
/** `validated` is written `valide`. */
export const statusToFrench = (status: StatusCode): string => STATUS_CODES[status];
export const statusFromFrench = reader(STATUS_CODES);
/** `not_communicated` is written `nc`. */
export const absenceToFrench = (absence: Absence): string => ABSENCE_CODES[absence];
export const absenceFromFrench = reader(ABSENCE_CODES);

/** What an error message proposes: « exact, plus_de, au_moins… ». */
export const QUALIFIER_FRENCH_CODES: readonly string[] = Object.values(QUALIFIER_CODES);
export const STATUS_FRENCH_CODES: readonly string[] = Object.values(STATUS_CODES);
export const ABSENCE_FRENCH_CODES: readonly string[] = Object.values(ABSENCE_CODES);
