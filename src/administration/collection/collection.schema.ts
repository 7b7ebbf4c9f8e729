import { z } from 'zod';
import { COLLECTION_FREQUENCIES } from '../../entry/plan/collection-line.types.js';
import { optionalDayField } from '../../platform/forms/text-fields.schema.js';

const chosen = (error: string) => z.string({ error }).max(80, { error });
/** The first choice of a list stands for none. */
const choosable = (error: string) => chosen(error).transform((code) => (code === '' ? null : code));
const WRONG_DELAY = 'Le délai est un nombre de jours, de 0 à 366, ou rien.';

/** What may change of a line. */
const terms = {
  startsOn: optionalDayField('Le premier jour'),
  endsOn: optionalDayField('Le dernier jour'),
  dueDays: z
    .string({ error: WRONG_DELAY })
    .regex(/^\s*\d{0,3}\s*$/, { error: WRONG_DELAY })
    .transform((digits) => (digits.trim() === '' ? null : Number.parseInt(digits, 10))),
  ownerId: z
    .string({ error: 'Choisissez une personne de la liste.' })
    .regex(/^\d{0,9}$/, { error: 'Choisissez une personne de la liste.' })
    .transform((digits) => (digits === '' ? null : Number.parseInt(digits, 10))),
};

export const newLineBody = z.strictObject({
  indicator: chosen('Choisissez un indicateur de la liste.'),
  campaign: choosable('Choisissez une opération de la liste.'),
  territory: choosable('Choisissez un territoire de la liste.'),
  channel: choosable('Choisissez un canal de la liste.'),
  organisation: choosable('Choisissez une organisation de la liste.'),
  frequency: z.enum(COLLECTION_FREQUENCIES, { error: 'Choisissez un rythme.' }),
  ...terms,
});

export const lineBody = z.strictObject(terms);

/** Nothing but the button that was pressed. */
export const removalBody = z.strictObject({});

/** The number of a line in an address. */
export const lineId = z
  .string()
  .regex(/^[1-9]\d{0,8}$/, { error: 'Cette ligne de collecte n’existe pas.' })
  .transform((digits) => Number.parseInt(digits, 10));

/** `?fait=ajout`: what was just done. */
export const collectionQuery = z.object({ fait: z.string().max(50).optional().catch(undefined) });
export type CollectionQuery = z.output<typeof collectionQuery>;
