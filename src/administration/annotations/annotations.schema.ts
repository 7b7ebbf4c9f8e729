import { z } from 'zod';
import { ANNOTATION_PRECISIONS } from '../../annotations/annotation.types.js';
import {
  dayField,
  lineField,
  optionalDayField,
  optionalProseField,
} from '../../platform/forms/text-fields.schema.js';

/** Longer ones would not stand in the key of a chart. */
export const LABEL_MAX_LENGTH = 80;

/** A code of a list, or nothing. */
const chosen = (message: string) =>
  z
    .string({ error: message })
    .max(200, { error: message })
    .transform((code) => (code === '' ? null : code));

/** An event as its form sends it. */
export const annotationBody = z.strictObject({
  label: lineField('Le libellé', LABEL_MAX_LENGTH),
  text: optionalProseField('L’explication'),
  start: dayField('Le premier jour'),
  end: optionalDayField('Le dernier jour'),
  precision: z.enum(ANNOTATION_PRECISIONS, { error: 'Choisissez une précision de la liste.' }),
  indicator: chosen('Choisissez un indicateur de la liste.'),
  campaign: chosen('Choisissez une opération de la liste.'),
  isPublic: z
    .literal('on', { error: 'Cochez la case, ou laissez-la vide.' })
    .optional()
    .transform((box) => box === 'on'),
});

/** Nothing but the button that was pressed. */
export const removalBody = z.strictObject({});

/** Code of an event in an address: anything else is simply not found. */
export const codeParam = z.string().max(200);

/** `?fait=ajout`: what was just done. */
export const doneQuery = z.object({ fait: z.string().max(50).optional().catch(undefined) });
export type DoneQuery = z.output<typeof doneQuery>;
