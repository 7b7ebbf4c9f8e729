import { sentence } from '../../kernel/french-text.rules.js';
import type { PageBody, PageLink } from '../../platform/views/page.types.js';
import { COLLECTION_FREQUENCIES } from '../plan/collection-line.types.js';
import type { EntryPeriod } from '../plan/entry-period.rules.js';
import { addedRow, type RowLists } from './added-row.presenter.js';
import { type GridCounts, ledeOf, progressText } from './grid-words.rules.js';
import type { GridRowView } from './grid-row.types.js';
import type { GridView, SentForm } from './grid.types.js';

/** What the pages of all grids say around their rows. */
export interface GridFrame {
  period: EntryPeriod;
  before: EntryPeriod;
  after: EntryPeriod;
  /** The period of each grain at this one's last day. */
  grains: readonly EntryPeriod[];
  lists: RowLists;
  order: GridOrder;
  author: number;
  isTeam: boolean;
  isSealed: boolean;
  notice: string | null;
}

export const GRID_ORDERS = ['operations', 'vides'] as const;
export type GridOrder = (typeof GRID_ORDERS)[number];

/** What a grid shows in its frame. */
export interface FramedGrid {
  title: string;
  heading: string;
  /** Of which days figures are awaited: « septembre 2020 ». */
  awaitedFor: string;
  /** A year with a column for each month. */
  isByMonth: boolean;
  counts: GridCounts;
  cells: readonly Pick<GridRowView, 'id' | 'name' | 'state' | 'note'>[];
  /** Why a reason is asked from the start; null when it is not. */
  lateHint: string | null;
  table: Pick<GridView, 'past' | 'groups' | 'year' | 'carryLabel'>;
}

const GRAIN_LABELS = { day: 'Jour', month: 'Mois', quarter: 'Trimestre', year: 'Exercice' } as const;
const BY_MONTH = 'vue=mois';

/** The address of a grid, in the view and the order of the page. */
function addressOf({ name }: EntryPeriod, isByMonth: boolean, order: GridOrder = 'operations'): string {
  const asked = [...(isByMonth ? [BY_MONTH] : []), ...(order === 'vides' ? ['ordre=vides'] : [])];
  return `/saisie/${name}${asked.length === 0 ? '' : `?${asked.join('&')}`}`;
}

/** The page of a grid, as it stands or with what was typed and what to correct. */
export function framedPage(frame: GridFrame, grid: FramedGrid, sent: SentForm | null): PageBody<GridView> {
  const { period, before, after, order } = frame;
  const { isByMonth, counts, cells } = grid;
  const orders = [
    { label: 'Par opération', order: 'operations' },
    { label: 'Cases vides d’abord', order: 'vides' },
  ] as const;
  return {
    title: grid.title,
    description: sentence`Chiffres attendus pour ${period.labelFor}.`,
    section: 'entry',
    updated: null,
    status: sent === null ? 200 : 422,
    content: {
      heading: grid.heading,
      lede: ledeOf(counts, { labelFor: grid.awaitedFor }),
      notice: frame.notice,
      period: { name: period.name, label: period.label, shortLabel: period.shortLabel },
      periods: {
        before: { label: before.shortLabel, href: addressOf(before, isByMonth) },
        after: { label: after.shortLabel, href: addressOf(after, isByMonth) },
      },
      grains: grainsOf(frame, isByMonth),
      orders: orders.map(({ label, order: value }) => ({
        label,
        href: addressOf(period, isByMonth, value),
        isHere: value === order,
      })),
      links: linksOf(frame),
      ...grid.table,
      emptyText: cells.length > 0 ? null : emptyText(frame),
      author: frame.author,
      action: addressOf(period, isByMonth, order),
      saveTo: `/saisie/${period.name}/cellules${isByMonth ? `?${BY_MONTH}` : ''}`,
      progress: progressText(counts),
      reason: reasonOf(grid.lateHint, sent),
      problem: problemOf(cells, sent),
      readOnlyText: frame.isSealed
        ? sentence`Cet exercice est scellé : ses chiffres ne changent plus, sauf si un administrateur le rouvre.`
        : null,
      adding: addedRow(period, frame.lists, isByMonth),
    },
  };
}

/** The periods of each grain, and the year by months of the last one. */
function grainsOf({ grains, period }: GridFrame, isByMonth: boolean): GridView['grains'] {
  const links = COLLECTION_FREQUENCIES.map((grain, index) => ({
    label: GRAIN_LABELS[grain],
    href: addressOf(grains[index] ?? period, false),
    isHere: grain === period.grain && !isByMonth,
  }));
  const year = grains.find(({ grain }) => grain === 'year') ?? period;
  return [...links, { label: 'Exercice par mois', href: addressOf(year, true), isHere: isByMonth }];
}

const linksOf = ({ isTeam, period }: GridFrame): PageLink[] => [
  ...(isTeam
    ? [
        { label: 'Suivi du mois', href: `/saisie/suivi?mois=${period.end.slice(0, 7)}` },
        { label: 'Coupons de saisie', href: '/saisie/coupons' },
      ]
    : [{ label: 'Mes chiffres', href: '/mes-chiffres' }]),
  ...(period.grain === 'month'
    ? [{ label: 'Modèle Excel', href: `/saisie/${period.name}/modele.xlsx` }]
    : []),
];

const emptyText = ({ period, isTeam }: GridFrame): string =>
  isTeam
    ? sentence`Aucun chiffre pour ${period.labelFor}. Ajoutez une ligne ci-dessous, ou dites dans le plan de collecte ce qui est attendu chaque mois.`
    : sentence`Rien n’est attendu de vous pour ${period.labelFor}. Si vous avez un chiffre à donner, ajoutez une ligne ci-dessous.`;

/** Asked from the start for what is closed, else only of whoever changes what was validated. */
function reasonOf(lateHint: string | null, sent: SentForm | null): GridView['reason'] {
  const given = { value: sent?.reason ?? '', error: sent?.reasonError ?? null };
  if (lateHint !== null)
    return { label: 'Pourquoi ces chiffres arrivent maintenant', hint: lateHint, ...given };
  if (given.error === null) return null;
  const hint = 'Le motif reste dans l’historique du chiffre.';
  return { label: 'Pourquoi des chiffres validés changent', hint, ...given };
}

function problemOf(cells: FramedGrid['cells'], sent: SentForm | null): GridView['problem'] {
  if (sent === null) return null;
  const wrong = cells.filter(({ state }) => state === 'refused' || state === 'conflict');
  return {
    title: sent.title,
    issues: [
      ...(sent.reasonError === null ? [] : [{ href: '#motif', text: sent.reasonError }]),
      ...wrong.map(({ id, name, note }) => ({ href: `#c-${id}`, text: sentence`${name} : ${note}` })),
      ...sent.issues.map((text) => ({ href: '#saisie', text })),
    ],
  };
}
