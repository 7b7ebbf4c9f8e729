import { z } from 'zod';
import { parseIsoDate } from '../kernel/period.rules.js';

/** An exercice to compare with, the latest one before, or none. */
export type Compare = number | 'previous' | 'none';

const COMPARE = 'Écrivez une année sur quatre chiffres, « previous » ou « none ».';
const YEAR = 'Écrivez une année sur quatre chiffres, par exemple 2020.';

/** Query of `GET /api/v1/figures`. */
export const figuresQuery = z.strictObject({
  year: z
    .string(YEAR)
    .regex(/^[12]\d{3}$/, YEAR)
    .transform((text) => Number.parseInt(text, 10)),
  indicator: z.string().max(120).optional(),
  campaign: z.string().max(120).optional(),
  compare: z
    .string()
    .regex(/^(?:[12]\d{3}|previous|none)$/, COMPARE)
    .transform((text): Compare => (text === 'previous' || text === 'none' ? text : Number.parseInt(text, 10)))
    .optional(),
  at: z
    .string()
    .refine((text) => parseIsoDate(text) !== null, 'Écrivez une date qui existe, par exemple 2020-09-30.')
    .optional(),
});
export type FiguresQuery = z.output<typeof figuresQuery>;
