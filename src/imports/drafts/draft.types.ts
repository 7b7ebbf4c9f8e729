/** What somebody answered about all the files of a draft. */
export interface DraftAnswers {
  /** Unknown indicators and channels are created. */
  create?: boolean;
  /** What becomes of the declared totals that these files detail, by the text of each total's key. */
  totals?: { key: string; choice: TotalChoice }[];
}

/** Kept with its breakdown; replaced by the sum of its parts; or told again in round words (« plus de 13 000 »). */
export type TotalChoice = 'keep' | 'sum' | 'rounded';
