import type { ScopeLimits } from '../../accounts/account.types.js';
import type { Quantity } from '../../kernel/figure.types.js';
import type { ClosedPeriod } from '../../kernel/period.types.js';
import type { TotalChoice } from '../drafts/draft.types.js';
import type { ImportReport } from '../import.types.js';
import type { Interpretation, Observation, ReadingAnswers } from '../interpretation.types.js';

/** Where files came from. */
export type BatchOrigin = 'page' | 'command' | 'api' | 'watch' | 'connector';

/** What an item of a source is known to say, by the newest file that was not taken back. */
export type KnownItem = Omit<Observation, 'line' | 'item' | 'note' | 'status' | 'source' | 'marking'> & {
  item: string;
};

/** A file that was read, on its way to be recorded. */
export interface FileToRecord {
  name: string;
  sha256: string;
  /** Bytes. */
  size: number;
  encoding: ImportReport['encoding'];
  separator: string | null;
  /** Name inside the archive that came. */
  entry: string | null;
  interpretation: Interpretation;
  answers: ReadingAnswers;
}

/** Whoever records: a person, a token, a command. */
export interface BatchAuthor {
  /** `person:12`, `import:fichier.csv`: kept with each version. */
  signature: string;
  limits: ScopeLimits;
  /** Status of what is recorded when the file does not say it. */
  defaultStatus: 'validated' | 'submitted';
}

/** How files are recorded. */
export interface BatchOptions {
  origin: BatchOrigin;
  author: BatchAuthor;
  /** Says what would happen and keeps nothing. */
  dryRun: boolean;
  /** Unknown indicators and channels may be created. */
  create: boolean;
  totals: readonly { key: string; choice: TotalChoice }[];
  /** What becomes of the totals that these do not name: kept when not given. */
  otherTotals?: TotalChoice;
}

/** What files say of an indicator in a period, in several parts: what it could be published as. */
export interface TotalProposal {
  /** What an answer names it by. */
  key: string;
  indicator: string;
  campaign: string | null;
  period: ClosedPeriod;
  /** The parts added up; null when they cannot be. */
  sum: Quantity | null;
  parts: number;
  /** In round words, with their text: « plus de 13 000 ». */
  rounded: Quantity | null;
  /** The total that is declared above them; null when there is none. */
  declared: { id: number; total: Quantity; waits: boolean } | null;
  /** In French: what it says, and each choice. */
  message: string;
  choices: { choice: TotalChoice; label: string }[];
}

/** What became of files. */
export interface BatchResult {
  /** Null when nothing was kept: a trial, a refusal, a question, or files that change nothing. */
  batchId: number | null;
  reports: ImportReport[];
  proposals: TotalProposal[];
}
