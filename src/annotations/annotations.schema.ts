import { z } from 'zod';

const YEAR = /^(?:19|2\d)\d{2}$/;

/** `?year=2020`, or nothing for every year. */
export const annotationsQuery = z.strictObject({
  year: z
    .string()
    .regex(YEAR, { error: 'year : écrivez une année à quatre chiffres, par exemple 2020.' })
    .transform(Number)
    .optional(),
});

export type AnnotationsQuery = z.output<typeof annotationsQuery>;
