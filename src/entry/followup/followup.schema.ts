import { z } from 'zod';

/** `?mois=2020-09` or `?annee=2020`; `?fait=rappel`: what was just done. */
export const followUpQuery = z.object({
  mois: z
    .string()
    .regex(/^\d{4}-(?:0[1-9]|1[0-2])$/)
    .optional()
    .catch(undefined),
  annee: z
    .string()
    .regex(/^(?:19|2\d)\d\d$/)
    .transform((digits) => Number.parseInt(digits, 10))
    .optional()
    .catch(undefined),
  fait: z.string().max(50).optional().catch(undefined),
});
export type FollowUpQuery = z.output<typeof followUpQuery>;

/** Whom to remind of which month. */
export const reminderBody = z.strictObject({
  mois: z
    .string({ error: 'Choisissez un mois.' })
    .regex(/^\d{4}-(?:0[1-9]|1[0-2])$/, { error: 'Choisissez un mois.' }),
  personne: z
    .string({ error: 'Choisissez une personne.' })
    .regex(/^[1-9]\d{0,8}$/, { error: 'Choisissez une personne.' })
    .transform((digits) => Number.parseInt(digits, 10)),
});
