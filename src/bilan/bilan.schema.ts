import { z } from 'zod';

/** The year of an address. */
export const yearParam = z.object({
  year: z
    .string()
    .regex(/^\d{4}$/, 'L’année s’écrit avec quatre chiffres : 2020.')
    .transform(Number)
    .refine((year) => year >= 1900 && year <= 2999, 'L’année est comprise entre 1900 et 2999.'),
});
export type YearParam = z.output<typeof yearParam>;

/** Nothing but the button that was pressed. */
export const pressedButton = z.strictObject({});
