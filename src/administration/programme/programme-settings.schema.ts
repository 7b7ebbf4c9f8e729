import { z } from 'zod';
import {
  lineField,
  optionalDayField,
  optionalLineField,
  optionalProseField,
  proseField,
} from '../../platform/forms/text-fields.schema.js';
import { VISIBILITIES } from '../../programme/programme.types.js';

const YEAR_ERROR = 'L’année s’écrit en quatre chiffres, par exemple 2021.';
const digitsOfYear = z
  .string({ error: YEAR_ERROR })
  .regex(/^(?:19|2\d)\d\d$/, { error: YEAR_ERROR })
  .transform((digits) => Number.parseInt(digits, 10));

export const visibilityField = z.enum(VISIBILITIES, { error: 'Choisissez qui peut lire les pages.' });
export const yearField = digitsOfYear;

/** What the programme says of itself. */
export const descriptionBody = z.strictObject({
  name: lineField('Le nom'),
  tagline: lineField('La signature'),
  purpose: proseField('L’objet'),
  carriedBy: lineField('Le porteur', 500),
  visibility: visibilityField,
  licence: optionalLineField('La licence'),
  sourceStatement: proseField('L’origine des chiffres'),
});

export const colourBody = z.strictObject({
  accentColour: z
    .string({ error: 'Choisissez une couleur.' })
    .max(40, { error: 'Écrivez la couleur comme #7b1e3b.' }),
});

/** Anything but a file is as good as no file. */
export const logoBody = z.strictObject({
  logo: z.preprocess(
    (value) => (value instanceof Uint8Array ? value : Buffer.alloc(0)),
    z.instanceof(Buffer),
  ),
});

/** Nothing but the button that was pressed. */
export const buttonBody = z.strictObject({});

export const newExerciceBody = z.strictObject({ year: yearField });

export const exerciceBody = z.strictObject({
  state: z.enum(['open', 'closed'], { error: 'Choisissez « Ouvert » ou « Clos ».' }),
  startDate: optionalDayField('Le premier jour'),
  endDate: optionalDayField('Le dernier jour'),
  closingDate: optionalDayField('La date de clôture'),
  headline: optionalLineField('Le titre de l’année'),
  summary: optionalProseField('Le résumé'),
  questionedListIsPartial: z
    .literal('on', { error: 'Cette case est cochée, ou ne l’est pas.' })
    .optional()
    .transform((ticked) => ticked === 'on'),
});

/** Why a sealed year changes again. */
export const reopeningBody = z.strictObject({
  state: z.enum(['open', 'closed'], { error: 'Choisissez « Ouvert » ou « Clos ».' }),
  reason: proseField('Le motif', 2_000),
});

/** The year in an address. */
export const yearParam = z
  .string()
  .regex(/^(?:19|2\d)\d\d$/, { error: 'Cet exercice n’existe pas.' })
  .transform((digits) => Number.parseInt(digits, 10));

/** `?fait=logo`: what was just done. */
export const doneQuery = z.object({ fait: z.string().max(50).optional().catch(undefined) });
export type DoneQuery = z.output<typeof doneQuery>;
