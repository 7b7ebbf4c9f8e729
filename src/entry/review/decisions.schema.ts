import { z } from 'zod';

const REASON_MAX_LENGTH = 2_000;
const MAX_VERSION = 2_147_483_647;
const VERSION_ERROR = '« version » est un nombre entier : celle que vous avez lue.';
const REASON_ERROR = 'Dites ce qu’il faut corriger, dans « reason ».';

const version = z
  .number({ error: VERSION_ERROR })
  .int({ error: VERSION_ERROR })
  .min(1, { error: VERSION_ERROR })
  .max(MAX_VERSION, { error: VERSION_ERROR })
  .optional();
const reasonText = z
  .string({ error: REASON_ERROR })
  .max(REASON_MAX_LENGTH, { error: 'Le motif compte au plus 2 000 caractères.' });

/** What is said with a figure that is submitted or validated. */
export const decisionBody = z.preprocess(
  // Nothing need be said.
  (body) => body ?? {},
  z.strictObject({ version, reason: reasonText.optional() }),
);
export type DecisionBody = z.output<typeof decisionBody>;

/** Why a figure goes back to its author. */
export const returnBody = z.strictObject({
  version,
  reason: reasonText.refine((reason) => reason.trim() !== '', { error: REASON_ERROR }),
});

/** The identifier of a measurement in an address. */
export const figureId = z
  .string()
  .regex(/^[1-9]\d{0,8}$/, { error: 'L’identifiant d’une mesure est un nombre entier.' })
  .transform((digits) => Number.parseInt(digits, 10));
