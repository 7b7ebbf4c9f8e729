import type { Qualifier } from '../kernel/figure.types.js';

/** One cell or line refused. */
export interface RejectedCell {
  /** 1-based line of the file, its header included. */
  line: number;
  /** Name of the column, empty when the whole line is meant. */
  column: string;
  code: string;
  message: string;
}

/** Something that only a person can decide. */
export interface ImportQuestion {
  code: string;
  message: string;
  /** What may be answered, in words. */
  choices: string[];
  /** Which answer it asks for, and what each choice answers, in the same order; without them, the file is to be corrected. */
  answer?: { name: AnswerName; values: string[] };
}

/** What may be asked of a file. */
export type AnswerName =
  | 'dateOrder'
  | 'point'
  | 'campaign'
  | 'territory'
  | 'channel'
  | 'organisation'
  | 'totals'
  | 'create'
  | 'profile';

/** What the file says of an indicator over a month (`2020-04`) or on a day (`2020-04-16`). */
export interface ImportTotal {
  indicator: string;
  period: string;
  value: number | string;
  qualifier: Qualifier;
}

export type Encoding = 'utf-8' | 'utf-8-bom' | 'utf-16le' | 'windows-1252';

/** What became of one file; `import --json` prints it as it is. */
export interface ImportReport {
  file: string;
  /** Fingerprint of the bytes, null when they could not be read. */
  sha256: string | null;
  /** The format that was recognised, null when none was. */
  profile: 'standard-v1' | null;
  encoding: Encoding | null;
  rowsRead: number;
  rowsLeftOut: { reason: string; count: number }[];
  created: number;
  updated: number;
  unchanged: number;
  rejected: RejectedCell[];
  totals: ImportTotal[];
  questions: ImportQuestion[];
}
