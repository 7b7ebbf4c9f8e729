import { z } from 'zod';
import { SHARE_KINDS } from '../../accounts/account.types.js';

/** A link asked for. What its texts may say, the service of links decides. */
export const shareForm = z.strictObject({
  kind: z.enum(SHARE_KINDS, { error: 'Choisissez la page que le lien ouvre.' }),
  year: z
    .string({ error: 'Choisissez un exercice de la liste.' })
    .regex(/^\d{4}$/, { error: 'Choisissez un exercice de la liste.' })
    .transform(Number),
  label: z
    .string({ error: 'Dites pour qui est ce lien.' })
    .max(1_000, { error: 'Dites pour qui est ce lien, en 100 caractères au plus.' }),
  expires: z
    .string({ error: 'Choisissez le dernier jour du lien.' })
    .max(20, { error: 'Écrivez une date, par exemple 2020-12-31.' }),
});

/** The number of a link in an address. */
export const shareId = z
  .string()
  .regex(/^[1-9]\d{0,8}$/, { error: 'Ce lien de partage n’existe pas.' })
  .transform((digits) => Number.parseInt(digits, 10));

/** Nothing but the button that was pressed. */
export const revocation = z.strictObject({});

/** `?fait=revoque`: what was just done. */
export const sharesQuery = z.object({ fait: z.string().max(50).optional().catch(undefined) });
export type SharesQuery = z.output<typeof sharesQuery>;
