import { z } from 'zod';
import { figuresQuery } from './figures.schema.js';

/** Measurements of one page of the API, and of a page that people read. */
export const MOST_ITEMS = 1_000;

const LIMIT = `« limit » est un nombre entre 1 et ${MOST_ITEMS}.`;

/** Query of `GET /api/v1/figures/provenance`. */
export const provenanceQuery = figuresQuery.omit({ compare: true }).extend({
  indicator: z.string('Écrivez indicator=, le code d’un indicateur.').max(120),
  cursor: z.string().max(200).optional(),
  limit: z
    .string()
    .regex(/^(?:[1-9]\d{0,2}|1000)$/, { error: LIMIT })
    .transform((digits) => Number.parseInt(digits, 10))
    .default(MOST_ITEMS),
});
export type ProvenanceQuery = z.output<typeof provenanceQuery>;
