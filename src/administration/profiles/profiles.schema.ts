import { z } from 'zod';
import { proseField } from '../../platform/forms/text-fields.schema.js';

/** Long enough for every name of every column. */
export const CONTENT_MAX_LENGTH = 50_000;

export const profileBody = z.strictObject({ content: proseField('Le profil', CONTENT_MAX_LENGTH) });

/** Nothing but the button that was pressed. */
export const pressedBody = z.strictObject({});

/** The identifier of a profile in an address. */
export const profileParam = z
  .string()
  .regex(/^[a-z0-9]+(?:-[a-z0-9]+)*$/, { error: 'Ce profil d’import n’existe pas.' })
  .max(80, { error: 'Ce profil d’import n’existe pas.' });

/** `?fait=modification`: what was just done. */
export const profilesQuery = z.object({ fait: z.string().max(50).optional().catch(undefined) });
export type ProfilesQuery = z.output<typeof profilesQuery>;
