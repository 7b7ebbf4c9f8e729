import { formatDate } from '../../kernel/french-date.rules.js';
import { sentence } from '../../kernel/french-text.rules.js';
import type { IsoDate } from '../../kernel/period.types.js';
import type { PageBody } from '../../platform/views/page.types.js';
import type { Warning } from '../checks/checks.types.js';
import type { EntryPeriod } from '../plan/entry-period.rules.js';
import { framedPage, type GridFrame } from './grid-frame.presenter.js';
import { countsOf } from './grid-words.rules.js';
import type { GridRowView } from './grid-row.types.js';
import type { GridView, SentForm } from './grid.types.js';
import { groupsOf } from './row-groups.presenter.js';

/** All that the page is made of, formatted row by row. */
export interface GridMaterial extends GridFrame {
  past: readonly EntryPeriod[];
  /** In their order, with the operation of each. */
  rows: readonly { campaign: string | null; view: GridRowView; warnings: readonly Warning[] }[];
  /** The day after which entries give their reason; null while none is asked. */
  closedSince: IsoDate | null;
}

const HEADINGS = {
  day: 'Saisie du jour',
  month: 'Saisie mensuelle',
  quarter: 'Saisie trimestrielle',
  year: 'Saisie annuelle',
} as const;

/** The grid of a period, as it stands or with what was typed and what to correct. */
export function gridPage(material: GridMaterial, sent: SentForm | null): PageBody<GridView> {
  const { period, rows, order, lists } = material;
  const cells = rows.map(({ view }) => view);
  const grouped = rows.map(({ campaign, view }) => ({
    campaign,
    view,
    isToFill: view.state === 'empty' && view.isExpected,
  }));
  const groups = groupsOf(grouped, order, lists.campaigns).map((group) => ({
    ...group,
    rows: group.rows.map(({ view }) => view),
  }));
  const table = {
    past: material.past.map(({ shortLabel }) => shortLabel),
    groups,
    year: null,
    carryLabel: cells.some(({ carried }) => carried !== '')
      ? sentence`Reprendre ${material.before.shortLabel}`
      : null,
  };
  const title = sentence`Saisie, ${period.label}`;
  const heading = HEADINGS[period.grain];
  const awaitedFor = period.labelFor;
  const lateHint = hintOf(material);
  return framedPage(
    material,
    { title, heading, awaitedFor, isByMonth: false, counts: countsOf(cells), cells, lateHint, table },
    sent,
  );
}

const hintOf = ({ closedSince, period }: GridMaterial): string | null =>
  closedSince === null
    ? null
    : sentence`La saisie pour ${period.labelFor} est close depuis le ${formatDate(closedSince)} : un motif est demandé au moment de transmettre.`;
