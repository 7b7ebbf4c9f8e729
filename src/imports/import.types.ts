import type { Absence, Qualifier, Quantity } from '../kernel/figure.types.js';

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
  answer?: {
    name: AnswerName;
    values: string[];
    /** The first choice is taken when nobody answers; otherwise nothing is imported until somebody does. */
    optional?: boolean;
  };
}

/** What may be asked of a file. */
export type AnswerName =
  | 'dateOrder'
  | 'point'
  | 'period'
  | 'campaign'
  | 'territory'
  | 'channel'
  | 'organisation'
  | 'conflicts'
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

/** What a figure said before a file, or says after it: a value, a reason why there is none; neither where there was nothing. */
export interface SaidAmount {
  quantity: Quantity | null;
  absence: Absence | null;
}

/** One figure that a file changes. */
export interface ImportChange {
  /** `conflict`: the file says otherwise than a figure that it has no reason to replace. */
  state: 'new' | 'replaced' | 'conflict';
  /** 1-based line of the file, the first of those that make it. */
  line: number;
  indicator: string;
  campaign: string | null;
  territory: string | null;
  channel: string | null;
  organisation: string | null;
  periodStart: string;
  periodEnd: string;
  before: SaidAmount | null;
  after: SaidAmount;
}

/** What became of one file; `import --json` prints it as it is. */
export interface ImportReport {
  file: string;
  /** Fingerprint of the bytes, null when they could not be read. */
  sha256: string | null;
  /** The profile that recognised it, null when none did. */
  profile: string | null;
  profileName: string | null;
  encoding: Encoding | null;
  /** Of a CSV. */
  separator: string | null;
  /** Name inside the archive that came. */
  entry: string | null;
  /** How days are written in it. */
  dateForm: 'iso' | 'day_first' | 'month_first' | 'words' | null;
  rowsRead: number;
  rowsLeftOut: { reason: string; count: number }[];
  /** Headers of the columns about people: nothing of them was kept. */
  personalColumns: string[];
  ignoredColumns: { column: string; reason: string }[];
  /** What is created for it, once agreed: codes and names. */
  creates: { kind: 'indicator' | 'channel'; code: string; name: string }[];
  created: number;
  updated: number;
  unchanged: number;
  /** Figures that it says otherwise than what is there, left as they are until somebody decides. */
  conflicts: number;
  rejected: RejectedCell[];
  totals: ImportTotal[];
  questions: ImportQuestion[];
  /** The first of the figures that it changes. */
  changes: ImportChange[];
  /** Number of the batch that brought the same bytes before; null when none did. */
  sameAsBatch: number | null;
}
