import { slug } from '../kernel/french-text.rules.js';

/** Longest source, note or internal note. */
export const TEXT_MAX_LENGTH = 2_000;

/** Everything below the space but tab and line ends, and what no text holds: NUL stops PostgreSQL, half a surrogate pair is no character. */
const CONTROL = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f]/;

/** Why a text cannot be kept, or null when it can. Texts are kept as they are: never trimmed, never normalised. */
export function textProblem(text: string): { code: string; message: string } | null {
  if (/\p{Cs}/u.test(text)) {
    return {
      code: 'malformed_text',
      message: 'Ce texte contient un demi-caractère (suite UTF-16 coupée) : renvoyez-le en UTF-8.',
    };
  }
  if (CONTROL.test(text)) {
    return {
      code: 'control_character',
      message: 'Ce texte contient un caractère de commande invisible : retirez-le.',
    };
  }
  if (text.length > TEXT_MAX_LENGTH) {
    return {
      code: 'text_too_long',
      message: `Ce texte compte ${text.length} caractères : écrivez-en au plus ${TEXT_MAX_LENGTH}.`,
    };
  }
  return null;
}

/** Finds a word of the vocabulary as people write it: `vues_reseaux`, `VUES-RESEAUX` and `VUES_RESEAUX` are one code. */
export function findTerm<T>(terms: Map<string, T>, code: string): T | undefined {
  return terms.get(code) ?? (code.length > 200 ? undefined : terms.get(slug(code)));
}
