import { z } from 'zod';

/** More than anybody looks for: what is longer was pasted by mistake, and its beginning is enough. */
const LONGEST = 120;

/** `?q=sets de table`; nothing when it is left out. */
export const searchQuery = z.object({
  q: z
    .string({ error: 'Écrivez une seule recherche.' })
    .transform((text) => Array.from(text).slice(0, LONGEST).join('').trim())
    .default(''),
});
export type SearchQuery = z.output<typeof searchQuery>;
