/** The kinds of records a data set holds, in the order in which they are loaded. */
export const DATASET_KINDS = [
  'programme',
  'exercices',
  'territories',
  'organisations',
  'channels',
  'indicators',
  'campaigns',
  'meetings',
  'members',
  'objectives',
  'targets',
  'opinions',
  'annotations',
  'measurements',
] as const;
export type DatasetKind = (typeof DATASET_KINDS)[number];

export interface Tally {
  created: number;
  updated: number;
  unchanged: number;
}

/** What loading a data set did. A second run of the same one creates and updates nothing. */
export interface DatasetReport {
  /** Code of the data set, `oh-my-lot-2020`. */
  dataset: string;
  total: Tally;
  kinds: Record<DatasetKind, Tally>;
}
