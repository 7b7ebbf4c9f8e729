import type { IsoDate } from '../kernel/period.types.js';
import { absenceToFrench, qualifierToFrench, statusToFrench } from '../kernel/qualifier-codes.rules.js';
import type { StandardLine } from './standard-line.types.js';

/** A column of the standard file: a text somebody wrote, a word of ours, a day, or a number in the smallest unit. */
export type StandardColumn =
  | { header: string; width: number; kind: 'text'; of: (line: StandardLine) => string | null }
  | { header: string; width: number; kind: 'word'; of: (line: StandardLine) => string | null }
  | { header: string; width: number; kind: 'day'; of: (line: StandardLine) => IsoDate }
  | { header: string; width: number; kind: 'number'; of: (line: StandardLine) => number | null };

const KINDS: Record<StandardLine['kind'], string> = {
  actual: 'realise',
  target: 'cible',
  baseline: 'reference',
  context: 'contexte',
};

/** The first column, the same on every line. */
export const PROGRAMME_HEADER = 'code_programme';

/** The columns after it, in their order. Widths are those of a sheet, in characters. */
export const STANDARD_COLUMNS: readonly StandardColumn[] = [
  { header: 'code_operation', width: 24, kind: 'text', of: ({ campaign }) => campaign },
  { header: 'code_indicateur', width: 28, kind: 'text', of: ({ indicator }) => indicator },
  { header: 'periode_debut', width: 13, kind: 'day', of: ({ periodStart }) => periodStart },
  { header: 'periode_fin', width: 13, kind: 'day', of: ({ periodEnd }) => periodEnd },
  { header: 'type_valeur', width: 12, kind: 'word', of: ({ kind }) => KINDS[kind] },
  { header: 'valeur', width: 14, kind: 'number', of: ({ quantity }) => quantity?.value ?? null },
  {
    header: 'qualificatif',
    width: 12,
    kind: 'word',
    of: ({ quantity }) => (quantity === null ? null : qualifierToFrench(quantity.qualifier)),
  },
  { header: 'statut', width: 12, kind: 'word', of: ({ status }) => statusToFrench(status) },
  { header: 'source', width: 36, kind: 'text', of: ({ source }) => source },
  { header: 'commentaire', width: 36, kind: 'text', of: ({ note }) => note },
  { header: 'code_territoire', width: 18, kind: 'text', of: ({ territory }) => territory },
  { header: 'canal', width: 14, kind: 'text', of: ({ channel }) => channel },
  { header: 'organisation', width: 18, kind: 'text', of: ({ organisation }) => organisation },
  { header: 'valeur_max', width: 14, kind: 'number', of: ({ quantity }) => quantity?.valueMax ?? null },
  {
    header: 'absence',
    width: 10,
    kind: 'word',
    of: ({ absence }) => (absence === null ? null : absenceToFrench(absence)),
  },
];
