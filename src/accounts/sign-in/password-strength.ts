import { ZxcvbnFactory } from '@zxcvbn-ts/core';
import { dictionary, translations } from '@zxcvbn-ts/language-fr';
import { CHIEF_TOWNS, FAVOURITES, withoutWords } from './guessable-words.rules.js';
import { KEYBOARDS } from './keyboard-graphs.rules.js';

/** How hard a password is to guess, and why when it is easy. */
export interface Strength {
  /** 0 to 4; 3 withstands a hundred million guesses. */
  score: number;
  /** What makes it easy, in French, as the library says it; null when nothing in particular. */
  warning: string | null;
}

/** Beyond it, judging costs more than it tells: what is strong so far stays strong. */
const JUDGED_CHARACTERS = 64;

const ALMOST_NOTHING_LEFT =
  'Sans votre nom, les noms du programme et les mots que tout le monde choisit, il n’en reste presque rien.';

let judge: ZxcvbnFactory | null = null;

/**
 * Judges a password with French words and those given, then what is left of it without them: the library counts each
 * word of a name as chosen at random, and found « OhMyLot-Cahors-2020 » excellent.
 *
 * Synchronous, and as slow as half a second: `password-judge.ts` calls it from another thread.
 * @param ownWords as `wordsOf` gives them.
 */
export function strengthOf(password: string, ownWords: readonly string[]): Strength {
  judge ??= new ZxcvbnFactory({
    dictionary: { ...dictionary, passwords: [...FAVOURITES, ...CHIEF_TOWNS] },
    graphs: KEYBOARDS,
    translations,
    maxLength: JUDGED_CHARACTERS,
  });
  const { score, feedback } = judge.check(password, [...ownWords]);
  const rest = withoutWords(password, [...ownWords, ...FAVOURITES, ...CHIEF_TOWNS]);
  const restScore = rest === null ? score : judge.check(rest).score;
  return restScore < score
    ? { score: restScore, warning: ALMOST_NOTHING_LEFT }
    : { score, warning: feedback.warning };
}
