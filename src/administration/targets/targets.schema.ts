import { z } from 'zod';
import {
  dayField,
  lineField,
  optionalLineField,
  optionalProseField,
  proseField,
} from '../../platform/forms/text-fields.schema.js';
import { TARGET_KINDS, TARGET_PATHS } from '../../targets/target.types.js';

const CODE_MAX_LENGTH = 80;
const chosen = (error: string) => z.string({ error }).max(CODE_MAX_LENGTH, { error });
/** The first choice of a list stands for none. */
const choosable = (error: string) => chosen(error).transform((code) => (code === '' ? null : code));

const said = {
  value: lineField('La valeur'),
  path: z.enum(TARGET_PATHS, { error: 'Choisissez un rythme.' }),
  steps: optionalProseField('Les paliers', 2_000),
  decidedBy: optionalLineField('Qui a décidé'),
  meetingCode: choosable('Choisissez une séance de la liste.'),
  note: optionalProseField('La note'),
};

export const newTargetBody = z.strictObject({
  kind: z.enum(TARGET_KINDS, { error: 'Choisissez une cible ou une valeur de référence.' }),
  indicator: chosen('Choisissez un indicateur de la liste.'),
  campaign: choosable('Choisissez une opération de la liste.'),
  periodStart: dayField('Le premier jour'),
  periodEnd: dayField('Le dernier jour'),
  ...said,
});

export const targetBody = z.strictObject({ ...said, reason: proseField('Le motif', 1_000) });
export const withdrawalBody = z.strictObject({ reason: proseField('Le motif', 1_000) });

export type SaidOfTarget = Omit<z.output<typeof targetBody>, 'reason'>;

/** The number of a target in an address. */
export const targetId = z
  .string()
  .regex(/^\d{1,9}$/, { error: 'Cette cible n’existe pas.' })
  .transform((digits) => Number.parseInt(digits, 10));

/** `?annee=2020`, the latest exercice without it; `?fait=retrait`: what was just done. */
export const roomQuery = z.object({
  annee: z
    .string()
    .regex(/^(?:19|2\d)\d\d$/)
    .transform((digits) => Number.parseInt(digits, 10))
    .optional()
    .catch(undefined),
  fait: z.string().max(50).optional().catch(undefined),
});
export type RoomQuery = z.output<typeof roomQuery>;
