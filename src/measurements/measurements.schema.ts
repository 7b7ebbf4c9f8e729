import { z } from 'zod';
import type { InputIssue } from '../kernel/domain-error.js';
import { quote } from '../kernel/decimal-string.rules.js';
import { ABSENCES, MARKINGS, QUALIFIERS } from '../kernel/figure.types.js';
import { joinList } from '../kernel/french-text.rules.js';
import { PRECISIONS } from '../kernel/period.types.js';
import { CODE_MAX_LENGTH, MAX_VERSION, rightShape } from './measurement-shape.rules.js';
import { MEASUREMENT_STATUSES, type MeasurementInput } from './measurement.types.js';

const code = z.string().max(CODE_MAX_LENGTH);
const text = z.string().nullable().optional();
const number = z.union([z.number(), z.string()]).nullable().optional();

/** What the outside may say of a measurement: these members and no other, primitives only. */
export const measurementShape = z.strictObject({
  indicator: code,
  campaign: code.nullable().optional(),
  territory: code.nullable().optional(),
  channel: code.nullable().optional(),
  organisation: code.nullable().optional(),
  periodStart: z.string(),
  periodEnd: z.string(),
  value: number,
  valueMax: number,
  qualifier: z.enum(QUALIFIERS).optional(),
  absence: z.enum(ABSENCES).nullable().optional(),
  status: z.enum(MEASUREMENT_STATUSES).optional(),
  marking: z.enum(MARKINGS).optional(),
  precision: z.enum(PRECISIONS).optional(),
  source: text,
  note: text,
  internalNote: text,
  version: z.number().int().min(0).max(MAX_VERSION).optional(),
  reason: text,
});

export type ShapeReading = { ok: true; input: MeasurementInput } | { ok: false; issues: InputIssue[] };

/** Checks the shape of one JSON item: which members, which types, which words. */
export function readMeasurementShape(raw: unknown): ShapeReading {
  const input = rightShape(raw);
  if (input !== null) return { ok: true, input };
  const parsed = measurementShape.safeParse(raw);
  if (parsed.success) return { ok: true, input: parsed.data };
  return { ok: false, issues: parsed.error.issues.flatMap((issue) => issuesOf(issue, raw)) };
}

function issuesOf(issue: z.core.$ZodIssue, raw: unknown): InputIssue[] {
  const path = issue.path.join('.');
  const found = valueAt(raw, issue.path);
  if (issue.code === 'unrecognized_keys') {
    return issue.keys.map((key) => ({
      path: key,
      code: 'unknown_member',
      message: `Une mesure n’a pas de membre ${quote(key)} : retirez-le ou corrigez son nom.`,
    }));
  }
  if (path === '') {
    const message = `Une mesure est un objet JSON, pas ${quote(shown(raw))}.`;
    return [{ path, code: 'wrong_type', message }];
  }
  if (found === undefined) {
    return [{ path, code: 'missing_member', message: `Il manque le membre ${quote(path)}.` }];
  }
  if (issue.code === 'invalid_value') {
    const words = joinList(issue.values.map(String), 'ou');
    return [
      {
        path,
        code: 'unknown_word',
        message: `${quote(shown(found))} n’est pas admis ici : écrivez ${words}.`,
      },
    ];
  }
  if (issue.code === 'too_big' && issue.origin === 'string') {
    const message = `Ce code compte plus de ${CODE_MAX_LENGTH} caractères : vérifiez-le.`;
    return [{ path, code: 'code_too_long', message }];
  }
  const wanted =
    path === 'version' ? 'un nombre entier' : path.startsWith('value') ? 'un nombre ou un texte' : 'un texte';
  return [
    { path, code: 'wrong_type', message: `${quote(shown(found))} ne convient pas : il faut ${wanted}.` },
  ];
}

function valueAt(raw: unknown, path: readonly PropertyKey[]): unknown {
  const name = path[0];
  if (typeof raw !== 'object' || raw === null || name === undefined || !Object.hasOwn(raw, name))
    return undefined;
  return Object.getOwnPropertyDescriptor(raw, name)?.value;
}

/** What was found, in words: a list or an object may be endlessly deep. */
function shown(value: unknown): string {
  if (Array.isArray(value)) return 'une liste';
  if (typeof value === 'object' && value !== null) return 'un objet';
  return String(value);
}

const MOST_ITEMS = 1_000;

/** Filters and page of a list of measurements. */
export const listQuery = z.strictObject({
  indicator: code.optional(),
  campaign: code.optional(),
  from: z.string().max(20).optional(),
  to: z.string().max(20).optional(),
  cursor: z.string().max(200).optional(),
  limit: z
    .string()
    .regex(/^[1-9]\d{0,3}$/, { error: `« limit » est un nombre entre 1 et ${MOST_ITEMS}.` })
    .transform((digits) => Number.parseInt(digits, 10))
    .refine((limit) => limit <= MOST_ITEMS, { error: `« limit » est un nombre entre 1 et ${MOST_ITEMS}.` })
    .default(MOST_ITEMS),
});
export type ListQuery = z.output<typeof listQuery>;

/** The identifier of a measurement in an address. */
export const measurementId = z
  .string()
  .regex(/^[1-9]\d{0,8}$/, { error: 'L’identifiant d’une mesure est un nombre entier.' })
  .transform((digits) => Number.parseInt(digits, 10));

/** Why a measurement is taken back. */
export const withdrawal = z.strictObject({
  reason: z
    .string({ error: 'Dites pourquoi ce chiffre est retiré, dans « reason ».' })
    .max(2_000, { error: 'Le motif compte au plus 2 000 caractères.' })
    .refine((reason) => reason.trim() !== '', {
      error: 'Dites pourquoi ce chiffre est retiré, dans « reason ».',
    }),
});
