import type { Marking } from '../../kernel/figure.types.js';
import type { DataCaller } from '../../accounts/account.types.js';

/** One cell as somebody left it. */
export interface TypedCell {
  /** See `row-key.rules.ts`. */
  key: string;
  /** As people write: « 450 », « plus de 13 000 », « nc »; empty takes back what was there. */
  typed: string;
  /** The version from which they started; 0 when nothing was there. */
  version: number;
  /** Where it comes from and what is said of it; what was said before when not given. */
  source?: string | null;
  note?: string | null;
  /** Said on the sheet of the figure only, as why it changes. */
  internalNote?: string | null;
  marking?: Marking;
  reason?: string | null;
}

/** Who fills cells, and what becomes of what they fill: kept for later, or sent to be validated. */
export interface CellAuthor {
  caller: DataCaller;
  status: 'draft' | 'submitted';
}

export type CellState = 'saved' | 'unchanged' | 'emptied' | 'refused' | 'conflict';

/** What somebody else wrote in the meantime. */
export interface OtherEntry {
  typed: string;
  words: string;
  author: string;
  /** « 17 décembre 2020 à 9 h 05 ». */
  when: string;
  version: number;
}

/** What became of a cell. */
export interface CellOutcome {
  key: string;
  state: CellState;
  /** Identifier of the measurement; null while there is none. */
  measurement: number | null;
  /** Its newest version; 0 while there is none. */
  version: number;
  /** What the cell now says, as people would write it; what was typed when it was not kept. */
  typed: string;
  /** The same in words: « plus de 13 000 vues sur les réseaux sociaux ». */
  words: string;
  /** Why it was not kept, and what to write instead. */
  message: string;
  theirs: OtherEntry | null;
}
