import { textDefect } from '../kernel/kept-text.rules.js';
import { slug } from '../kernel/french-text.rules.js';

/** Longest source, note or internal note. */
export const TEXT_MAX_LENGTH = 2_000;

/** Why a text cannot be kept, or null when it can. Texts are kept as they are: never trimmed, never normalised. */
export function textProblem(text: string): { code: string; message: string } | null {
  const defect = textDefect(text);
  if (defect !== null) return defect;
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
