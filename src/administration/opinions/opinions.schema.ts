import { z } from 'zod';
import { dayField, optionalProseField } from '../../platform/forms/text-fields.schema.js';
import { OPINIONS } from '../../targets/opinion.types.js';

const CODE_MAX_LENGTH = 80;
const chosen = (error: string) => z.string({ error }).max(CODE_MAX_LENGTH, { error });
/** The first choice of a list stands for none. */
const choosable = (error: string) => chosen(error).transform((code) => (code === '' ? null : code));

/** Takes the former opinion back. */
export const TAKEN_BACK = 'taken_back';

export const opinionBody = z.strictObject({
  indicator: chosen('Choisissez un indicateur de la liste.'),
  campaign: choosable('Choisissez une opération de la liste.'),
  opinion: z
    .enum([...OPINIONS, TAKEN_BACK], { error: 'Choisissez un avis.' })
    .transform((opinion) => (opinion === TAKEN_BACK ? null : opinion)),
  givenOn: dayField('La date'),
  meetingCode: choosable('Choisissez une séance de la liste.'),
  reason: optionalProseField('Le motif', 1_000),
});
