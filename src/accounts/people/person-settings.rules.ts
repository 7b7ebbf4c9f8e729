import type { InputIssue } from '../../kernel/domain-error.js';
import { quote } from '../../kernel/decimal-string.rules.js';
import { textDefect } from '../../kernel/kept-text.rules.js';
import { looksLikeEmail } from './email.rules.js';

const NAME_MAX_LENGTH = 100;

/** Stands in the address of whoever was anonymised: no mail ever arrives there (RFC 2606). */
const NOWHERE = '@anonyme.invalid';
export const erasedEmail = (personId: number): string => `ancien-${personId}${NOWHERE}`;

/** The part of an address before its @: how somebody is called until a name is given. */
export const nameFromEmail = (email: string): string => email.slice(0, email.lastIndexOf('@'));

/** What is wrong with an address. @param email as `normalEmail` writes it. */
export function emailIssue(email: string): InputIssue | null {
  if (looksLikeEmail(email) && !email.endsWith(NOWHERE)) return null;
  const found = email === '' ? 'L’adresse est vide' : `${quote(email)} n’est pas une adresse`;
  return {
    path: 'email',
    code: 'wrong_email',
    message: `${found} : écrivez-la en entier, par exemple marie.durand@exemple.fr.`,
  };
}

/** What is wrong with a name; it is kept as it was typed. */
export function nameIssue(name: string): InputIssue | null {
  const message = nameProblem(name);
  return message === null ? null : { path: 'name', code: 'wrong_name', message };
}

function nameProblem(name: string): string | null {
  if (name.trim() === '') return 'Le nom est vide : écrivez par exemple Marie Durand.';
  if (name.length > NAME_MAX_LENGTH) {
    return `Le nom compte ${name.length} caractères : écrivez-en au plus ${NAME_MAX_LENGTH}.`;
  }
  if (/[\n\r\u2028\u2029]/.test(name)) {
    return 'Le nom tient sur une seule ligne : retirez le saut de ligne.';
  }
  return textDefect(name)?.message ?? null;
}
