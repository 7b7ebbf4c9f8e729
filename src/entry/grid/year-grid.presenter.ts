import { sentence } from '../../kernel/french-text.rules.js';
import type { IsoDate } from '../../kernel/period.types.js';
import type { PageBody } from '../../platform/views/page.types.js';
import type { Warning } from '../checks/checks.types.js';
import { framedPage, type GridFrame } from './grid-frame.presenter.js';
import { countsOf } from './grid-words.rules.js';
import type { GridView, SentForm } from './grid.types.js';
import { groupsOf } from './row-groups.presenter.js';
import type { YearRowView } from './year-grid.types.js';
import { monthColumns, type YearFrame } from './year-row.presenter.js';

/** All that the page of a year by months is made of, formatted row by row. */
export interface YearMaterial extends GridFrame, YearFrame {
  rows: readonly {
    campaign: string | null;
    view: YearRowView;
    /** Of each cell. */
    warnings: readonly (readonly Warning[])[];
  }[];
  /** The day after which entries in each month give their reason; null while none is asked. */
  closings: readonly (IsoDate | null)[];
}

/** The grid of a year by months, as it stands or with what was typed and what to correct. */
export function yearGridPage(material: YearMaterial, sent: SentForm | null): PageBody<GridView> {
  const { period, rows, order, lists, months, today } = material;
  const cells = rows.flatMap(({ view }) => view.cells);
  const grouped = rows.map(({ campaign, view }) => ({
    campaign,
    view,
    isToFill: view.cells.some(({ state, isExpected }) => state === 'empty' && isExpected),
  }));
  const groups = groupsOf(grouped, order, lists.campaigns).map((group) => ({
    ...group,
    rows: group.rows.map(({ view }) => view),
  }));
  const isWhole = months.every(({ start }) => start <= today);
  return framedPage(
    material,
    {
      title: sentence`Saisie mois par mois, ${period.label}`,
      heading: 'Saisie de l’année, mois par mois',
      awaitedFor: isWhole ? period.labelFor : sentence`les mois commencés de ${period.labelFor}`,
      isByMonth: true,
      counts: countsOf(cells),
      cells,
      lateHint: hintOf(material),
      table: { past: [], groups: [], year: { months: monthColumns(material), groups }, carryLabel: null },
    },
    sent,
  );
}

/** Which months ask for a reason: they close one after the other. */
function hintOf({ months, closings }: YearMaterial): string | null {
  const last = months.findLast((_, index) => closings[index] !== null && closings[index] !== undefined);
  return last === undefined
    ? null
    : sentence`La saisie est close jusqu’à ${last.label} : un motif est demandé au moment de transmettre des chiffres de ces mois.`;
}
