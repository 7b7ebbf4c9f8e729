import type { Absence, Marking, Qualifier } from '../../kernel/figure.types.js';
import { formatNumber, NO_BREAK_SPACE } from '../../kernel/french-number.rules.js';
import type { MeasurementStatus } from '../../measurements/measurement.types.js';

/** Where a figure stands, for its author. */
export const STATUS_WORDS: Readonly<Record<MeasurementStatus, { label: string; tone: string }>> = {
  draft: { label: 'Brouillon', tone: 'calm' },
  submitted: { label: 'En attente de validation', tone: 'watch' },
  returned: { label: 'À corriger', tone: 'late' },
  validated: { label: 'Validé', tone: 'good' },
  withdrawn: { label: 'Retiré', tone: 'calm' },
};

export const QUALIFIER_WORDS: Readonly<Record<Qualifier, string>> = {
  exact: 'Exact',
  more_than: 'Plus de',
  at_least: 'Au moins',
  nearly: 'Près de',
  about: 'Environ',
  less_than: 'Moins de',
  up_to: 'Jusqu’à',
  between: 'Entre (200 et 250)',
};

export const ABSENCE_WORDS: Readonly<Record<Absence, string>> = {
  not_communicated: 'Non communiqué',
  not_available: 'Non disponible',
  not_applicable: 'Sans objet',
  suppressed: 'Masqué',
};

export const MARKING_WORDS: Readonly<Record<Marking, string>> = {
  final: 'Définitif',
  provisional: 'Provisoire',
  estimated: 'Estimé',
  revised: 'Révisé',
};

const KILOBYTE = 1_024;

/** « 120 Ko », « 1,2 Mo ». */
export function sizeWords(bytes: number): string {
  if (bytes < KILOBYTE) return `${bytes}${NO_BREAK_SPACE}octet${bytes < 2 ? '' : 's'}`;
  const kilobytes = bytes / KILOBYTE;
  if (kilobytes < KILOBYTE) return `${formatNumber(Math.round(kilobytes))}${NO_BREAK_SPACE}Ko`;
  return `${formatNumber(Math.round((kilobytes / KILOBYTE) * 10), 1)}${NO_BREAK_SPACE}Mo`;
}
