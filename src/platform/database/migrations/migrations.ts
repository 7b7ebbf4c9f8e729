import { ProgrammeAndVocabulary1606200000001 } from './common/0001-programme-and-vocabulary.js';
import { FiguresAndTokens1606200000002 } from './common/0002-figures-and-tokens.js';

/** In order; engine-specific ones would stand in `sqlite/` and `postgres/` and be chosen here. */
export const MIGRATIONS = [ProgrammeAndVocabulary1606200000001, FiguresAndTokens1606200000002];
