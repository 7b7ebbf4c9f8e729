import type { FileToRecord, TotalProposal } from '../batches/batch.types.js';
import type { ImportQuestion, ImportReport } from '../import.types.js';
import type { TableGlimpse } from '../interpretation.types.js';
import type { ReadingRefusal } from '../reading/reading.types.js';
import type { DraftFile } from './draft.types.js';

/**
 * What would become of a file: `unread`, its bytes are no figures; `refused`, something in it is wrong; `unknown`, nobody
 * said yet what its columns are; `waiting`, a question waits for its answer; `same`, everything in it is here already.
 */
export type TrialState = 'unread' | 'refused' | 'unknown' | 'waiting' | 'same' | 'ready';

/** One file of a draft, tried. */
export interface TriedFile {
  file: DraftFile;
  state: TrialState;
  /** Null when it was not read, or when nothing recognises it. */
  report: ImportReport | null;
  refusal: ReadingRefusal | null;
  /** Of what nothing recognises, or of what is read by the columns that somebody chose. */
  glimpse: TableGlimpse | null;
  /** What is known of indicators that it brings, to write their amounts. */
  scales: readonly { code: string; name: string; decimals: number; symbol: string | null; signed: boolean }[];
}

/** What would become of a draft: nothing of it is kept. */
export interface Trial {
  files: TriedFile[];
  proposals: TotalProposal[];
  /** The files of which nothing is refused. */
  ready: readonly FileToRecord[];
  /** Whether what the files need and does not exist yet is to be created; null when nothing is. */
  creation: ImportQuestion | null;
  /** Figures that it would write. */
  figures: number;
  /** Questions without which nothing is imported. */
  questions: number;
}
