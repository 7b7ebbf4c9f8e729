import { z } from 'zod';
import { quote } from '../../kernel/decimal-string.rules.js';
import { canonicalCode, sentence } from '../../kernel/french-text.rules.js';
import { lineField, optionalLineField } from '../../platform/forms/text-fields.schema.js';

const CODE_MAX_LENGTH = 80;
/** The form of codes everywhere: capitals and digits, parted by hyphens or underscores. */
const CODE = /^[A-Z0-9]+(?:[-_][A-Z0-9]+)*$/;

const wrongCode = (typed: string): string => {
  const proposed = canonicalCode(typed).slice(0, CODE_MAX_LENGTH);
  const example = CODE.test(proposed) ? proposed : 'VALLEE-DU-LOT';
  return sentence`Le code s’écrit en capitales sans accent ni espace : trouvé ${quote(typed)}, écrivez par exemple ${example}.`;
};

const code = z
  .string({ error: 'Le code est à remplir.' })
  .transform((text) => text.trim().toUpperCase())
  .refine((text) => text.length <= CODE_MAX_LENGTH && CODE.test(text), {
    error: ({ input }) => wrongCode(String(input)),
  });

const details = {
  name: lineField('Le nom'),
  inseeCode: optionalLineField('Le code officiel', 20),
  parentCode: z
    .string({ error: 'Choisissez un territoire de la liste.' })
    .max(CODE_MAX_LENGTH, { error: 'Choisissez un territoire de la liste.' })
    .transform((text) => (text === '' ? null : text)),
};

export const newTerritoryBody = z.strictObject({ code, level: lineField('Le niveau', 40), ...details });
export const territoryBody = z.strictObject(details);

const NO_DEPARTEMENT = 'Choisissez un département de la liste.';
export const departementBody = z.strictObject({
  departement: z.string({ error: NO_DEPARTEMENT }).max(20, { error: NO_DEPARTEMENT }),
});

/** The code in an address: anything else is simply not found. */
export const codeParam = z.string().max(200);

const count = z
  .string()
  .regex(/^\d{1,6}$/)
  .transform((digits) => Number.parseInt(digits, 10))
  .optional()
  .catch(undefined);

/** `?nom=cahors&dans=D46`: what to look for; `?fait=ajout&crees=321&modifies=0`: what was just done. */
export const territoriesQuery = z.object({
  nom: z.string().max(200).catch(''),
  dans: z.string().max(200).catch(''),
  fait: z.string().max(50).optional().catch(undefined),
  crees: count,
  modifies: count,
});
export type TerritoriesQuery = z.output<typeof territoriesQuery>;
