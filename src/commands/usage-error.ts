import type { Language } from '../platform/config/language.js';

/** The command was not written as it must be: exit status 2. */
export class UsageError extends Error {
  constructor(readonly words: Record<Language, string>) {
    super(words.en);
    this.name = 'UsageError';
  }
}
