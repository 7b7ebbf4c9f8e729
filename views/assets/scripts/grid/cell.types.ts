/** What tells a cell from the others: the period of its column and the key of its row. */
export interface CellId {
  period: string;
  key: string;
}

/** What somebody typed, and the version of the figure that they had before them. */
export interface TypedCell extends CellId {
  typed: string;
  version: number;
  /** Texts of this cell that were sent since the server last answered: one of them may be what it has. */
  tried?: readonly string[];
}

/** What somebody else wrote in the meantime. */
export interface TheirCell {
  typed: string;
  words: string;
  author: string;
  when: string;
  version: number;
}

/** What the server says of one cell that it was sent. */
export interface CellAnswer {
  key: string;
  state: 'saved' | 'unchanged' | 'emptied' | 'refused' | 'conflict';
  typed: string;
  words: string;
  version: number;
  message: string;
  /** How the page draws it from now on: the state and the tone of its cell, the note below its name, its total. */
  shown: string;
  note: string;
  tone: string;
  total: string;
  warnings: readonly { code: string; message: string }[];
  theirs: TheirCell | null;
}

/** How far the period is. */
export interface GridProgress {
  given: number;
  expected: number;
  toReview: number;
  text: string;
}

/** How sending a batch ended. */
export type SendingResult =
  | { kind: 'answered'; cells: readonly CellAnswer[]; progress: GridProgress | null }
  /** No network, or a server that cannot answer for the moment. */
  | { kind: 'unreachable' }
  /** The session ended, or the page's form is too old. */
  | { kind: 'signed-out' }
  /** Something in the batch makes the server refuse it whole. */
  | { kind: 'rejected'; message: string };

/** One text for a cell, by which maps and stores know it. */
export const idOf = ({ period, key }: CellId): string => `${period}/${key}`;
