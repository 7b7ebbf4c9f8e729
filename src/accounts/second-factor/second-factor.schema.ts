import { z } from 'zod';
import { localAddress } from '../../platform/http/local-address.rules.js';

/** Where to go afterwards: an address of ours, the home page otherwise. */
const next = z.string().optional().transform(localAddress);

/** The same, of a form that was refused. */
export const nextOf = (values: Readonly<Record<string, string>>): string => localAddress(values['next']);

/** Longer than any code, with room for spaces. */
const MOST_CHARACTERS = 60;
const code = z
  .string('Écrivez le code.')
  .max(MOST_CHARACTERS, 'Le code compte six chiffres, ou dix lettres et chiffres.');
const password = z.string('Écrivez votre mot de passe actuel.').max(1_000, 'Ce mot de passe est trop long.');

/** The page that asks for a code: `secours` is there when it is to be a recovery code. */
export const codeQuery = z.strictObject({ next, secours: z.literal('oui').optional() });
export type CodeQuery = z.output<typeof codeQuery>;

export const codeBody = z.strictObject({ code, next, secours: z.literal('oui').optional() });

export const setUpQuery = z.strictObject({ next, fait: z.string().max(40).optional() });
export type SetUpQuery = z.output<typeof setUpQuery>;

/** @param seed sealed, as the page gave it. */
export const setUpBody = z.strictObject({
  seed: z.string().max(400),
  code,
  password: password.optional(),
  next,
});

/** What only asks for the present password. */
export const passwordBody = z.strictObject({ password });
