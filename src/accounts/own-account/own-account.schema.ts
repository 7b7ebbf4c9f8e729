import { z } from 'zod';

/** Longer than any password that is accepted: what is wrong with it is said by the judge of passwords. */
const password = (missing: string) => z.string(missing).max(1_000, 'Ce mot de passe est trop long.');

export const accountQuery = z.strictObject({ fait: z.string().max(40).optional() });
export type AccountQuery = z.output<typeof accountQuery>;

export const nameBody = z.strictObject({
  name: z.string('Écrivez votre nom.').max(1_000, 'Ce nom est trop long.'),
});

export const passwordChangeBody = z.strictObject({
  current: password('Écrivez votre mot de passe actuel.'),
  password: password('Écrivez le nouveau mot de passe.'),
});

/** A box that is not ticked is not sent. */
export const noticesBody = z.strictObject({
  notices: z.literal('on').optional(),
  reminders: z.literal('on').optional(),
});

/** A form of one button. */
export const nothingBody = z.strictObject({});

export const deviceParam = z.strictObject({
  id: z
    .string()
    .regex(/^[1-9][0-9]{0,8}$/, 'Le numéro d’un appareil s’écrit en chiffres.')
    .transform(Number),
});
export type DeviceParam = z.output<typeof deviceParam>;
