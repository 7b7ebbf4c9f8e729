import { z } from 'zod';
import { quote } from '../../kernel/decimal-string.rules.js';
import { canonicalCode, sentence } from '../../kernel/french-text.rules.js';
import {
  dayField,
  lineField,
  optionalDayField,
  optionalLineField,
  optionalProseField,
} from '../../platform/forms/text-fields.schema.js';

const CODE_MAX_LENGTH = 80;
/** The form of codes everywhere: capitals and digits, parted by hyphens or underscores. */
const CODE = /^[A-Z0-9]+(?:[-_][A-Z0-9]+)*$/;

const wrongCode = (typed: string): string => {
  const proposed = canonicalCode(typed).slice(0, CODE_MAX_LENGTH);
  const example = CODE.test(proposed) ? proposed : 'LOT-TOURISME';
  return sentence`Le code s’écrit en capitales sans accent ni espace : trouvé ${quote(typed)}, écrivez par exemple ${example}.`;
};

export const codeField = z
  .string({ error: 'Le code est à remplir.' })
  .transform((text) => text.trim().toUpperCase())
  .refine((text) => text.length <= CODE_MAX_LENGTH && CODE.test(text), {
    error: ({ input }) => wrongCode(String(input)),
  });

const details = {
  kind: lineField('La nature', 80),
  role: optionalProseField('Le rôle'),
  note: optionalProseField('La note'),
};
const naming = {
  name: lineField('Le nom'),
  nameInSentence: optionalLineField('Le nom dans une phrase'),
};

/** A name that takes no article stands in sentences as it is. */
const withSentence = <Value extends { name: string; nameInSentence: string | null }>(value: Value) => ({
  ...value,
  nameInSentence: value.nameInSentence ?? value.name,
});

export const organisationBody = z
  .strictObject({ code: codeField, ...naming, ...details })
  .transform(withSentence);

export const detailsBody = z.strictObject(details);

export const newNameBody = z
  .strictObject({ ...naming, from: dayField('Le premier jour') })
  .transform(withSentence);

export const correctedNameBody = z
  .strictObject({
    ...naming,
    validFrom: optionalDayField('Le premier jour'),
    validTo: optionalDayField('Le dernier jour'),
  })
  .transform(withSentence);

export const mergeBody = z.strictObject({
  into: z
    .string({ error: 'Choisissez une organisation de la liste.' })
    .max(CODE_MAX_LENGTH, { error: 'Choisissez une organisation de la liste.' }),
  on: dayField('La date de la réunion'),
});

/** Nothing but the button that was pressed. */
export const buttonBody = z.strictObject({});

/** Code and place of a name in an address: anything else is simply not found. */
export const codeParam = z.string().max(200);
export const placeParam = z
  .string()
  .regex(/^\d{1,4}$/, { error: 'Ce nom n’existe plus.' })
  .transform((digits) => Number.parseInt(digits, 10));

/** `?fait=nom`: what was just done. */
export const doneQuery = z.object({ fait: z.string().max(50).optional().catch(undefined) });
export type DoneQuery = z.output<typeof doneQuery>;
