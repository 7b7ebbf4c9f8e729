import { z } from 'zod';
import { isMonth } from './coupon.rules.js';

const chosen = (error: string) => z.string({ error }).max(80, { error });

/** A coupon asked for. What its texts may say, the service of coupons decides. */
export const couponForm = z.strictObject({
  organisation: chosen('Choisissez une organisation de la liste.'),
  month: chosen('Choisissez un mois de la liste.'),
  expires: chosen('Choisissez le dernier jour du coupon.'),
  // Not asked for where no mail leaves.
  email: z
    .string({ error: 'Écrivez une adresse, ou laissez ce champ vide.' })
    .max(1_000, { error: 'Cette adresse est trop longue.' })
    .transform((text) => (text.trim() === '' ? null : text))
    .optional()
    .transform((text) => text ?? null),
});

/** The number of a coupon in an address. */
export const couponId = z
  .string()
  .regex(/^[1-9]\d{0,8}$/, { error: 'Ce coupon n’existe pas.' })
  .transform((digits) => Number.parseInt(digits, 10));

/** Nothing but the button that was pressed. */
export const revocation = z.strictObject({});

/** `?mois=2020-09&organisation=CCI` prepares the form; `?fait=revoque`: what was just done. */
export const couponsQuery = z.object({
  mois: z.string().refine(isMonth).optional().catch(undefined),
  organisation: z.string().max(80).optional().catch(undefined),
  fait: z.string().max(50).optional().catch(undefined),
});
export type CouponsQuery = z.output<typeof couponsQuery>;
