import type { IndicatorSketch } from '../interpretation.types.js';

/** The names under which files know one column, in French and in English. */
export type Names = readonly string[];

/** Where the period of a row comes from. */
export type DateRule =
  | {
      from: 'column';
      columns: Names;
      /** What is believed of `03/06` when nothing in the file tells: `inferred` asks. */
      order: 'inferred' | 'day_first' | 'month_first';
      grain: 'day' | 'month';
      /** A file without the column is asked its period, instead of being refused. */
      askedIfAbsent: boolean;
    }
  /** The file says none: whoever imports it does. */
  | { from: 'asked' }
  /** Lines before the header, `# Start date: 20240101`: what stands before the colon. */
  | { from: 'comments'; start: Names; end: Names }
  /** A month in words above the header: « Saisie partenaire, novembre 2020 ». */
  | { from: 'title' };

/** What makes one thing of a source the same from one export to the next. */
export interface ItemRule {
  /** The columns whose cells make the key together, each under all its names. */
  columns: readonly Names[];
  /**
   * The same key again in one file: `same` is the same thing, told once and refused when it differs; `adds` is another
   * line of it.
   */
  repeats: 'same' | 'adds';
}

/** A column that is an indicator. */
export interface ValueRule {
  indicator: string;
  columns: Names;
  /** Columns that make the same value together, where the file lacks the column itself. */
  sumOf: readonly Names[];
  /** False: two values of one period are two different things, and neither is taken. */
  adds: boolean;
}

/** One file a metric: the title above the header says which indicator the column is. */
export interface TitleRule {
  column: Names;
  titles: readonly {
    names: Names;
    indicator: string | null;
    /** Why the metric is not taken in; null when it is. */
    reason: string | null;
  }[];
}

/** Rows are things, and figures are how many have a status. */
export interface CountRule {
  status: Names;
  /** Without statuses, every row counts. */
  indicators: readonly { statuses: Names; indicator: string }[];
  /** Told in words, never as figures: the kind of ticket. */
  by: Names;
}

/** Each row names its indicator, as forms do. */
export interface FormRule {
  code: Names;
  name: Names;
  unit: Names;
  value: Names;
  qualifier: Names;
}

/** Rows that are kept by what a column says; others are left out, and told. */
export interface RowFilter {
  columns: Names;
  values: Names;
  /** « statut », « période »: what the column is called when a row is left out. */
  what: string;
}

/** Which rows are totals of others. */
export interface TotalRule {
  /** Where the word « Total » may stand; nowhere named, in any cell that is not a value. */
  labels: Names;
  /** A row without its key is a total. */
  emptyKey: boolean;
}

export type ChannelRule =
  | { from: 'fixed'; channel: string }
  | { from: 'signature'; when: readonly { headers: Names; channel: string }[] }
  | { from: 'column'; columns: Names };

/** How files of one system are recognised and read, as data. */
export interface ImportProfile {
  id: string;
  name: string;
  /** Text kept as the source of the figures: « Export Meta Business Suite ». */
  source: string | null;
  /** `standard` and `api` rows name everything themselves. */
  reading: 'table' | 'standard' | 'api';
  kind: 'snapshot' | 'flow';
  /** What it recognises looks like something else too: a person confirms. */
  supposed: boolean;
  /** A row that has all headers of one of them is the header. */
  signatures: readonly Names[];
  /** Sheets of a workbook where it looks; none named, all of them. */
  sheets: Names;
  /** What comment lines begin with. */
  comment: string | null;
  date: DateRule | null;
  /** `decimal`: numbers are written with a decimal point, and commas between thousands if any; `asked`: nobody knows. */
  point: 'decimal' | 'asked';
  item: ItemRule | null;
  values: readonly ValueRule[];
  /** Columns whose header is this followed by an indicator's code. */
  prefix: string | null;
  titles: TitleRule | null;
  counts: CountRule | null;
  form: FormRule | null;
  filters: readonly RowFilter[];
  totals: TotalRule | null;
  channel: ChannelRule | null;
  campaign: Names;
  territory: Names;
  /** Above the header, the cell that follows this one is the organisation's name. */
  organisationAfter: string | null;
  note: Names;
  /** The file says no operation, and its figures may be of one. */
  asksCampaign: boolean;
  ignored: readonly { columns: Names; reason: string }[];
  personal: Names;
  /** Rows are people: of the columns that are neither read nor listed here, nothing is kept. Null: rows are not. */
  harmless: Names | null;
  indicators: readonly IndicatorSketch[];
  channels: readonly { code: string; label: string }[];
}

/** A profile of this installation: as it came with Copil, changed here, or learned from somebody's file. */
export interface InstalledProfile {
  id: string;
  name: string;
  origin: 'built_in' | 'changed' | 'learned';
  /** Null when what was kept of it cannot be read any more: it recognises nothing until it is corrected. */
  profile: ImportProfile | null;
  /** Its JSON as somebody edits it. */
  text: string;
  /** Whose files it was learned from. */
  sender: string | null;
  /** ISO instants, UTC; null for what came with Copil. */
  updatedAt: string | null;
  /** It recognises nothing any more since then. */
  removedAt: string | null;
}
