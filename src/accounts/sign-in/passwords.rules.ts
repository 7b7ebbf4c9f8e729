import type { InputIssue } from '../../kernel/domain-error.js';
import { sentence, typographic } from '../../kernel/french-text.rules.js';

/** ASVS 5.0 6.2.1 advises 15; beyond 128 a password is a text. */
export const LEAST_CHARACTERS = 15;
export const MOST_CHARACTERS = 128;
/** zxcvbn's « safely unguessable »: at least a hundred million guesses. */
export const LEAST_SCORE = 3;

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
    return issue(
      'password_too_short',
      sentence`Le mot de passe compte ${count} caractère${count > 1 ? 's' : ''} : il en faut au moins ${LEAST_CHARACTERS}. Quelques mots mis bout à bout suffisent.`,
    );
  }
  if (count > MOST_CHARACTERS) {
    return issue(
      'password_too_long',
      sentence`Le mot de passe compte ${count} caractères : il en faut au plus ${MOST_CHARACTERS}.`,
    );
  }
  return null;
}

/** @param warning what the judge found, in French; null when nothing in particular. */
export function weaknessIssue(warning: string | null): InputIssue {
  const reason =
    warning === null
      ? 'Ce mot de passe se devine facilement.'
      : `Ce mot de passe se devine facilement : ${asClause(warning)}.`;
  return issue(
    'password_too_weak',
    typographic(`${reason} Ajoutez un ou deux mots sans rapport avec le programme ni avec vous.`),
  );
}

/** « Les dates sont faciles à deviner. » stands after a colon as « les dates sont faciles à deviner ». */
const asClause = (text: string): string =>
  `${text.charAt(0).toLowerCase()}${text.slice(1)}`.replace(/\.$/, '').replaceAll(/'(\w+)'/g, '« $1 »');

const issue = (code: string, message: string): InputIssue => ({ path: 'password', code, message });
