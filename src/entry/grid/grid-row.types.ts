/** How a cell stands when the page is drawn. */
export type ShownState =
  'empty' | 'draft' | 'submitted' | 'returned' | 'validated' | 'review' | 'refused' | 'conflict';

/** One figure of the period, formatted. */
export interface GridRowView {
  key: string;
  /** What tells its cell from the others of the page: the key, with the month before it in a year. */
  id: string;
  name: string;
  /** « spots », « % », « personnes, au 30 sept. »: in what it is counted, and of which day. */
  unit: string;
  /** « Cahors · Facebook »: where, when it is a part; empty for the whole. */
  place: string;
  /** Accessible name of the cell: « Spots partagés, septembre 2020, en spots ». */
  label: string;
  typed: string;
  /** What is kept, when something else was typed. */
  saved: string;
  version: number;
  state: ShownState;
  /** The state in words, with what to do about it. */
  note: string;
  tone: 'good' | 'watch' | 'late' | 'calm';
  isExpected: boolean;
  /** What the period before says, as one types it: put back in an empty cell on demand; empty when there is nothing to. */
  carried: string;
  placeholder: string;
  /** One text a column of the past. */
  past: string[];
  total: string;
  target: string;
  href: string;
}
