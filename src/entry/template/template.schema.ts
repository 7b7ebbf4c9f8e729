import { z } from 'zod';

/** Whose template, of which operation: by codes in any case. */
export const templateQuery = z.object({
  organisation: z.string().max(100).optional(),
  operation: z.string().max(100).optional(),
});
export type TemplateQuery = z.output<typeof templateQuery>;
