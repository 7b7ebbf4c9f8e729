import { z } from 'zod';
import { proseField } from '../../platform/forms/text-fields.schema.js';
import { LEGAL_TEXT_MAX_LENGTH, pageOfSlug } from './legal-texts.presenter.js';

export const legalTextBody = z.strictObject({ text: proseField('Le texte', LEGAL_TEXT_MAX_LENGTH) });

/** Nothing but the button that was pressed. */
export const buttonBody = z.strictObject({});

/** The page in an address: `mentions-legales`. */
export const pageParam = z.string().max(200).transform(pageOfSlug);

/** `?fait=texte`: what was just done. */
export const doneQuery = z.object({ fait: z.string().max(50).optional().catch(undefined) });
export type DoneQuery = z.output<typeof doneQuery>;
