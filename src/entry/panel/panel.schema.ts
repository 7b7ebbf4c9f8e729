import { z } from 'zod';
import { ABSENCES, MARKINGS, QUALIFIERS } from '../../kernel/figure.types.js';
import { lineField, optionalLineField, optionalProseField } from '../../platform/forms/text-fields.schema.js';
import { CHECK_CODES } from '../checks/checks.types.js';

const TEXT_MAX_LENGTH = 2_000;
const REASON_MAX_LENGTH = 1_000;

export const periodParam = z.string().max(20);
export const keyParam = z.string().max(420);
export const codeParam = z.enum(CHECK_CODES, { error: 'Cet étonnement n’existe pas.' });

/** `?fait=…`: what was just done. */
export const panelQuery = z.object({ fait: z.string().max(40).optional().catch(undefined) });
export type PanelQuery = z.output<typeof panelQuery>;

/** The figure with all that is said of it. */
export const sheetBody = z.strictObject({
  typed: optionalLineField('Le chiffre', 300),
  qualifier: z.enum(QUALIFIERS, { error: 'Choisissez une précision de la liste.' }),
  absence: z
    .enum(['', ...ABSENCES], { error: 'Choisissez une raison de la liste.' })
    .transform((absence) => (absence === '' ? null : absence)),
  marking: z.enum(MARKINGS, { error: 'Choisissez un état de la liste.' }),
  source: optionalLineField('La source', TEXT_MAX_LENGTH),
  note: optionalProseField('La note', TEXT_MAX_LENGTH),
  internalNote: optionalProseField('La note interne', TEXT_MAX_LENGTH).optional(),
  reason: optionalLineField('Le motif', REASON_MAX_LENGTH),
  version: z
    .string()
    .regex(/^\d{1,6}$/, { error: 'Rechargez la page : la version du chiffre n’est pas lisible.' })
    .transform((digits) => Number.parseInt(digits, 10)),
});
export type SheetBody = z.output<typeof sheetBody>;

/** Why something is confirmed, removed or withdrawn. */
export const reasonBody = z.strictObject({ reason: lineField('L’explication', REASON_MAX_LENGTH) });

/** A file; anything else is as good as none. */
export const fileBody = z.strictObject({
  file: z.preprocess(
    (value) => (value instanceof Uint8Array ? value : Buffer.alloc(0)),
    z.instanceof(Buffer),
  ),
});
