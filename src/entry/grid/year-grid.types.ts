import type { GridRowView } from './grid-row.types.js';

/** A column of the year: one month of the exercice. */
export interface YearMonthView {
  /** « 2020-09 ». */
  name: string;
  /** « sept. », and « 2020 » where the exercice goes from one year to the next. */
  label: string;
  year: string;
  /** « septembre 2020 ». */
  fullLabel: string;
  /** « en cours », « à venir »; empty once it is over. */
  note: string;
  href: string;
}

/** One cell of a row, in the order of the columns. */
export interface YearCellView extends Pick<
  GridRowView,
  | 'id'
  | 'name'
  | 'label'
  | 'typed'
  | 'saved'
  | 'version'
  | 'state'
  | 'note'
  | 'tone'
  | 'placeholder'
  | 'isExpected'
> {
  /** « 2020-09 », and how its column is headed. */
  month: string;
  monthLabel: string;
  /** Name of its fields in the form: `2020-09/KEY`. */
  field: string;
}

/** One figure over the months of the exercice. */
export interface YearRowView {
  key: string;
  name: string;
  unit: string;
  place: string;
  cells: YearCellView[];
  total: string;
  target: string;
  /** The sheet of its last month that began. */
  href: string;
}

export interface YearTableView {
  months: YearMonthView[];
  groups: { id: string; name: string; rows: YearRowView[] }[];
}
