import { z } from 'zod';
import { localAddress } from '../../platform/http/local-address.rules.js';

/** Where to go afterwards: an address of ours, the home page otherwise. */
const next = z.string().optional().transform(localAddress);
/** The same, of a form that was refused. */
export const nextOf = (values: Readonly<Record<string, string>>): string => localAddress(values['next']);
const done = z.string().max(40).optional();

const filled = (missing: string): z.ZodString => z.string(missing).min(1, missing);
const email = filled('Écrivez votre adresse e-mail.').max(
  254,
  'Cette adresse est trop longue : 254 caractères au plus.',
);
/** Longer than any password that is kept: comparing it is what refuses it. */
const anyPassword = filled('Écrivez votre mot de passe.').max(1_000, 'Ce mot de passe est trop long.');
/** Its length and strength are judged apart, in words of their own. */
const newPassword = filled('Écrivez le mot de passe que vous choisissez.').max(
  1_000,
  'Ce mot de passe est trop long : 128 caractères au plus.',
);

export const signInQuery = z.strictObject({ next, fait: done });
export type SignInQuery = z.output<typeof signInQuery>;
export const signInBody = z.strictObject({ email, password: anyPassword, next });

/** A one-time link as it is followed; without a code once the cookie holds it. */
export const linkQuery = z.strictObject({ code: z.string().max(200).optional() });
export type LinkQuery = z.output<typeof linkQuery>;

const name = filled('Écrivez votre nom, tel que les autres le verront.').max(200, 'Ce nom est trop long.');
export const firstAdminBody = z.strictObject({ email, name, password: newPassword });
export const activationBody = z.strictObject({ name, password: newPassword });

export const forgottenQuery = z.strictObject({ fait: done });
export type ForgottenQuery = z.output<typeof forgottenQuery>;
export const forgottenBody = z.strictObject({ email });
export const newPasswordBody = z.strictObject({ password: newPassword });
