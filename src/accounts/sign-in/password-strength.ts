import { ZxcvbnFactory } from '@zxcvbn-ts/core';
import { dictionary, translations } from '@zxcvbn-ts/language-fr';

/** How hard a password is to guess, and why when it is easy. */
export interface Strength {
  /** 0 to 4; 3 withstands a hundred million guesses. */
  score: number;
  /** What makes it easy, in French, as the library says it; null when nothing in particular. */
  warning: string | null;
}

/** Beyond it, judging costs more than it tells: what is strong so far stays strong. */
const JUDGED_CHARACTERS = 64;

let judge: ZxcvbnFactory | null = null;

/**
 * Judges a password with French words and those given. Synchronous, and as slow as half a second: `password-judge.ts`
 * calls it from another thread.
 */
export function strengthOf(password: string, ownWords: readonly string[]): Strength {
  judge ??= new ZxcvbnFactory({ dictionary, translations, maxLength: JUDGED_CHARACTERS });
  const { score, feedback } = judge.check(password, [...ownWords]);
  return { score, warning: feedback.warning };
}
