import { z } from 'zod';

/** `?partial=true`. */
export const ingestQuery = z.strictObject({
  partial: z
    .enum(['true', 'false'], { error: '« partial » vaut true ou false.' })
    .default('false')
    .transform((word) => word === 'true'),
});
