import { z } from 'zod';

const YEAR = 'Écrivez une année sur quatre chiffres, par exemple 2020.';

/** Which exercice to take away; everything when it is not said. */
export const exportQuery = z.strictObject({
  year: z
    .string(YEAR)
    .regex(/^[12]\d{3}$/, YEAR)
    .transform((text) => Number.parseInt(text, 10))
    .optional(),
});
export type ExportQuery = z.output<typeof exportQuery>;
