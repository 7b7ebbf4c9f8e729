import { z } from 'zod';

/** The number in an address. */
export const idParam = z
  .string()
  .regex(/^[1-9]\d{0,8}$/, { error: 'Ce justificatif n’existe pas.' })
  .transform((digits) => Number.parseInt(digits, 10));
