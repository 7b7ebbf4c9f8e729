import { z } from 'zod';
import { REVIEW_MODES } from '../../measurements/measurement-life.types.js';

const MOST_DAYS = 366;
const LAST_DAY_OF_ALL_MONTHS = 28;

/** A whole number between two bounds, or nothing. */
const optionalNumber = (least: number, most: number, error: string) =>
  z
    .string({ error })
    .transform((text) => text.trim())
    .refine((text) => text === '' || /^\d{1,3}$/.test(text), { error })
    .transform((text) => (text === '' ? null : Number.parseInt(text, 10)))
    .refine((value) => value === null || (value >= least && value <= most), { error });

export const entrySettingsBody = z.strictObject({
  review: z.enum(REVIEW_MODES, { error: 'Choisissez qui valide.' }),
  closingDays: optionalNumber(
    0,
    MOST_DAYS,
    `La clôture est un nombre de jours entre 0 et ${MOST_DAYS}, ou rien.`,
  ),
  reminderDay: optionalNumber(
    1,
    LAST_DAY_OF_ALL_MONTHS,
    `Le jour du rappel est un nombre entre 1 et ${LAST_DAY_OF_ALL_MONTHS}, ou rien.`,
  ),
});

/** `?fait=saisie`: what was just done. */
export const entryRoomQuery = z.object({ fait: z.string().max(50).optional().catch(undefined) });
export type EntryRoomQuery = z.output<typeof entryRoomQuery>;
