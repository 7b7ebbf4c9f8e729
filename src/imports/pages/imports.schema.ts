import { z } from 'zod';
import { textDefect } from '../../kernel/kept-text.rules.js';
import { isDraftField } from './draft-fields.rules.js';

/** A file asks for less than twenty things, and a draft has ten files. */
const MOST_FIELDS = 500;
const MOST_CHARACTERS = 300;
/** The library's word for a mistake that it did not find itself. */
const CUSTOM = 'custom';

const numberIn = (error: string) =>
  z
    .string()
    .regex(/^[1-9]\d{0,8}$/, { error })
    .transform((digits) => Number.parseInt(digits, 10));

/** The number of a draft in an address. */
export const draftId = numberIn('Cet import n’existe pas.');
/** The number of a batch in an address. */
export const batchId = numberIn('Cet import n’existe pas.');

/** `?avant=12`: older than that; `?fait=…`: what was just done. */
export const importsQuery = z.object({
  avant: batchId.optional().catch(undefined),
  fait: z.string().max(50).optional().catch(undefined),
});
export type ImportsQuery = z.output<typeof importsQuery>;

/** Nothing but the button that was pressed. */
export const pressed = z.strictObject({});

/** The button that takes one file out of a draft. */
export const removal = z.strictObject({ file: numberIn('Ce fichier n’est plus dans cet import.') });

/** Files; anything else is as good as none. */
export const sentFiles = z.strictObject({ files: z.unknown() });

/** What is said of files and of their totals, by the names of its fields. */
export const draftFields = z
  // A record passes that name over, as if nobody had sent it.
  .custom<unknown>((body) => typeof body === 'object' && body !== null && !Object.hasOwn(body, '__proto__'), {
    error: 'Utilisez le formulaire de la page.',
  })
  .pipe(
    z.record(
      z.string().max(MOST_CHARACTERS),
      z
        .string({ error: 'Écrivez du texte.' })
        .max(MOST_CHARACTERS, { error: `Écrivez au plus ${MOST_CHARACTERS} caractères.` }),
    ),
  )
  .superRefine((fields, context) => {
    const entries = Object.entries(fields);
    if (entries.length > MOST_FIELDS) context.addIssue('Ce formulaire compte trop de champs.');
    for (const [name, text] of entries) {
      const message = isDraftField(name)
        ? textDefect(text)?.message
        : 'Ce champ n’existe pas dans ce formulaire.';
      if (message !== undefined) context.addIssue({ code: CUSTOM, path: [name], message });
    }
  })
  .transform((fields) => new Map(Object.entries(fields)));
