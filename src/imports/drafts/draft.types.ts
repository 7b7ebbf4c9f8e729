import type { ImportQuestion } from '../import.types.js';
import type { ReadingAnswers } from '../interpretation.types.js';
import type { ReadingRefusal } from '../reading/reading.types.js';

/** What somebody answered about all the files of a draft. */
export interface DraftAnswers {
  /** Unknown indicators and channels are created. */
  create?: boolean;
  /** What becomes of the declared totals that these files detail, by the text of each total's key. */
  totals?: { key: string; choice: TotalChoice }[];
}

/** Kept with its breakdown; replaced by the sum of its parts; or told again in round words (« plus de 13 000 »). */
export type TotalChoice = 'keep' | 'sum' | 'rounded';

/** What somebody answered about one file of a draft. */
export interface DraftFileAnswers {
  reading: ReadingAnswers;
  /** The questions that were answered, as they were asked: an answer may be changed until the import. */
  asked: ImportQuestion[];
  /** Whose files look like this one, when how it is read is to be remembered; null when it is not. */
  sender: string | null;
}

/** One file of a draft. */
export interface DraftFile {
  id: number;
  name: string;
  sha256: string;
  /** Bytes. */
  size: number;
  /** A `KeptFile`, packed; null when it was refused. */
  kept: string | null;
  refusal: ReadingRefusal | null;
  answers: DraftFileAnswers;
}

/** Files that somebody dropped, and has not decided upon yet. */
export interface Draft {
  id: number;
  createdBy: string;
  createdAt: string;
  answers: DraftAnswers;
  /** The batch that it became. */
  appliedAs: number | null;
  files: DraftFile[];
}
