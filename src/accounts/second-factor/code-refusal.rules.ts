import { DomainError } from '../../kernel/domain-error.js';
import { typographic } from '../../kernel/french-text.rules.js';

/** A code that is not the right one, or no longer: which of the two is nobody's business. */
export function codeRefused(): DomainError {
  const message =
    'Attendez que l’application affiche un autre code, puis recopiez-le. Si cela se répète, vérifiez que l’heure du téléphone se règle toute seule.';
  return refusal('Ce code n’est pas le bon, ou il a déjà servi.', message);
}

/** A recovery code that does not exist, or that was used. */
export function recoveryCodeRefused(): DomainError {
  return refusal(
    'Ce code de secours n’est pas le bon, ou il a déjà servi.',
    'Vérifiez-le lettre par lettre, ou écrivez-en un autre de votre liste.',
  );
}

/** Something that can be neither kind of code. */
export function notACode(): DomainError {
  return refusal(
    'Ceci n’est pas un code.',
    'Écrivez les six chiffres de l’application, ou un code de secours : dix lettres et chiffres.',
  );
}

const refusal = (title: string, message: string): DomainError =>
  new DomainError('code_refused', title, 422, [
    { path: 'code', code: 'code_refused', message: typographic(message) },
  ]);
