import type { InputIssue } from '../../kernel/domain-error.js';
import { sentence, typographic } from '../../kernel/french-text.rules.js';

/** ASVS 5.0 6.2.1 advises 15; beyond 128 a password is a text. */
export const LEAST_CHARACTERS = 15;
export const MOST_CHARACTERS = 128;
/** zxcvbn's « safely unguessable »: at least a hundred million guesses. */
export const LEAST_SCORE = 3;

/** The field of every form that chooses a password. */
const PATH = 'password';

/** Said beside the field before anything is typed. */
export const PASSWORD_HINT = typographic(
  `${LEAST_CHARACTERS} caractères ou plus : quatre ou cinq mots sans rapport entre eux font l'affaire. Coller est permis.`,
);

/** One spelling of a password, whatever keyboard composed its accents. */
export const normalPassword = (typed: string): string => typed.normalize('NFC');

/** What is wrong with the length, counted as people count: an emoji is one character. */
export function lengthIssue(password: string): InputIssue | null {
  const count = [...password].length;
  if (count < LEAST_CHARACTERS) {
    const found = sentence`Le mot de passe compte ${count} caractère${count > 1 ? 's' : ''}`;
    const message = sentence`${found} : il en faut au moins ${LEAST_CHARACTERS}. Quelques mots mis bout à bout suffisent.`;
    return { path: PATH, code: 'password_too_short', message };
  }
  if (count > MOST_CHARACTERS) {
    const message = sentence`Le mot de passe compte ${count} caractères : il en faut au plus ${MOST_CHARACTERS}.`;
    return { path: PATH, code: 'password_too_long', message };
  }
  return null;
}

/** @param warning what the judge found, in French; null when nothing in particular. */
export function weaknessIssue(warning: string | null): InputIssue {
  const easy = 'Ce mot de passe se devine facilement';
  const reason = warning === null ? `${easy}.` : `${easy} : ${asClause(warning)}.`;
  const advice = 'Ajoutez un ou deux mots sans rapport avec le programme ni avec vous.';
  return { path: PATH, code: 'password_too_weak', message: typographic(`${reason} ${advice}`) };
}

/** « Les dates sont faciles à deviner. » stands after a colon as « les dates sont faciles à deviner ». */
const asClause = (text: string): string =>
  `${text.charAt(0).toLowerCase()}${text.slice(1)}`.replace(/\.$/, '').replaceAll(/'(\w+)'/g, '« $1 »');
