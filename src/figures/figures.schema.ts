import { z } from 'zod';
import { parseIsoDate } from '../kernel/period.rules.js';

const YEAR = 'Écrivez une année sur quatre chiffres, par exemple 2020.';

/** Query of `GET /api/v1/figures`. */
export const figuresQuery = z.strictObject({
  year: z
    .string(YEAR)
    .regex(/^[12]\d{3}$/, YEAR)
    .transform((text) => Number.parseInt(text, 10)),
  indicator: z.string().max(120).optional(),
  campaign: z.string().max(120).optional(),
  at: z
    .string()
    .refine((text) => parseIsoDate(text) !== null, 'Écrivez une date qui existe, par exemple 2020-09-30.')
    .optional(),
});
export type FiguresQuery = z.output<typeof figuresQuery>;
