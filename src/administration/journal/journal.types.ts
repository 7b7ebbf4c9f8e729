import type { RoomLink } from '../rooms.rules.js';

/** One choice of a filter. */
export interface FilterChoice {
  value: string;
  label: string;
  selected: boolean;
}

/** One entry as the page tells it. */
export interface JournalRow {
  id: number;
  /** « Ligne 12 ». */
  line: string;
  when: string;
  who: string;
  what: string;
  /** What it happened to; null when nothing in particular, or when it is who acted. */
  subject: string | null;
  /** « rôle : viewer → editor ». */
  changes: string[];
  /** What is personal and still kept, the address, the request. */
  details: string[];
}

/** The page of the journal. */
export interface JournalView {
  rooms: RoomLink[];
  filters: {
    people: FilterChoice[];
    /** Families of actions, each with its actions. */
    families: { label: string; choices: FilterChoice[] }[];
    from: string;
    to: string;
    /** Whether anything is filtered. */
    active: boolean;
  };
  /** The same filters, for the export. */
  hidden: { name: string; value: string }[];
  rows: JournalRow[];
  /** Why there are no rows. */
  empty: string;
  newer: string | null;
  older: string | null;
}
