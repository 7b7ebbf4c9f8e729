import type { PageLink } from '../../platform/views/page.types.js';
import type { CellState } from '../cells/cell.types.js';
import type { GridRowView } from './grid-row.types.js';
import type { YearTableView } from './year-grid.types.js';

export interface GridGroupView {
  id: string;
  name: string;
  rows: GridRowView[];
}

export interface ListChoice {
  value: string;
  label: string;
}

/** The lists with which a row is added. */
export interface AddedRowView {
  action: string;
  /** In the year by months. */
  isByMonth: boolean;
  indicators: ListChoice[];
  campaigns: ListChoice[];
  territories: ListChoice[];
  channels: ListChoice[];
  organisations: ListChoice[];
}

type ChosenLink = PageLink & { isHere: boolean };

export interface GridView {
  heading: string;
  lede: string;
  notice: string | null;
  period: { name: string; label: string; shortLabel: string };
  periods: { before: PageLink; after: PageLink };
  grains: ChosenLink[];
  orders: ChosenLink[];
  links: PageLink[];
  /** Heads of the columns of the past. */
  past: string[];
  groups: GridGroupView[];
  /** The months of the exercice as columns, in place of the period's own rows; null in the grid of one period. */
  year: YearTableView | null;
  /** « Reprendre août 2020 »; null when no empty cell can be filled from the period before. */
  carryLabel: string | null;
  emptyText: string | null;
  /** Who enters, for what a browser keeps of theirs while the network is away. */
  author: number;
  action: string;
  saveTo: string;
  /** « 2 cases à revoir avant de transmettre ». */
  progress: string;
  /** What is said of figures that come late or change what was validated; null when neither may be. */
  reason: { label: string; hint: string; value: string; error: string | null } | null;
  problem: { title: string; issues: { href: string; text: string }[] } | null;
  /** Why nothing may be changed: a sealed exercice. */
  readOnlyText: string | null;
  adding: AddedRowView;
}

/** What became of the cells of a form that was sent, to be shown where they stand. */
export interface SentForm {
  title: string;
  cells: ReadonlyMap<string, SentCell>;
  reason: string;
  reasonError: string | null;
  /** What concerns no cell. */
  issues: string[];
}

export interface SentCell {
  state: CellState;
  typed: string;
  message: string;
}
