import type { Campaign } from '../../campaigns/campaign.types.js';
import { formatDate } from '../../kernel/french-date.rules.js';
import { sentence, typographic } from '../../kernel/french-text.rules.js';
import { groupBy } from '../../kernel/group-by.rules.js';
import type { IsoDate } from '../../kernel/period.types.js';
import type { PageBody } from '../../platform/views/page.types.js';
import type { Warning } from '../checks/checks.types.js';
import { COLLECTION_FREQUENCIES } from '../plan/collection-line.types.js';
import type { EntryPeriod } from '../plan/entry-period.rules.js';
import { addedRow, type RowLists } from './added-row.presenter.js';
import { countsOf, ledeOf, progressText } from './grid-words.rules.js';
import type { GridGroupView, GridRowView, GridView, SentForm } from './grid.types.js';

/** All that the page is made of, formatted row by row. */
export interface GridMaterial {
  period: EntryPeriod;
  before: EntryPeriod;
  after: EntryPeriod;
  /** The period of each grain at this one's last day. */
  grains: readonly EntryPeriod[];
  past: readonly EntryPeriod[];
  /** In their order, with the operation of each. */
  rows: readonly { campaign: string | null; view: GridRowView; warnings: readonly Warning[] }[];
  campaigns: readonly Campaign[];
  lists: RowLists;
  order: GridOrder;
  author: number;
  isTeam: boolean;
  /** The day after which entries give their reason; null while none is asked. */
  closedSince: IsoDate | null;
  isSealed: boolean;
  notice: string | null;
}

export const GRID_ORDERS = ['operations', 'vides'] as const;
export type GridOrder = (typeof GRID_ORDERS)[number];

const GRAIN_LABELS = { day: 'Jour', month: 'Mois', quarter: 'Trimestre', year: 'Exercice' } as const;
const HEADINGS = {
  day: 'Saisie du jour',
  month: 'Saisie mensuelle',
  quarter: 'Saisie trimestrielle',
  year: 'Saisie annuelle',
} as const;
const WITHOUT_CAMPAIGN = 'Sans opération';

const pathOf = ({ name }: EntryPeriod): string => `/saisie/${name}`;

/** The grid of a period, as it stands or with what was typed and what to correct. */
export function gridPage(material: GridMaterial, sent: SentForm | null): PageBody<GridView> {
  const { period, before, after, rows, order } = material;
  const counts = countsOf(rows.map(({ view }) => view));
  const orders = [
    { label: 'Par opération', order: 'operations' },
    { label: 'Cases vides d’abord', order: 'vides' },
  ] as const;
  return {
    title: sentence`Saisie, ${period.label}`,
    description: sentence`Chiffres attendus pour ${period.labelFor}.`,
    section: 'entry',
    updated: null,
    status: sent === null ? 200 : 422,
    content: {
      heading: HEADINGS[period.grain],
      lede: ledeOf(counts, period),
      notice: material.notice,
      period: { name: period.name, label: period.label, shortLabel: period.shortLabel },
      periods: {
        before: { label: before.shortLabel, href: pathOf(before) },
        after: { label: after.shortLabel, href: pathOf(after) },
      },
      grains: COLLECTION_FREQUENCIES.map((grain, index) => ({
        label: GRAIN_LABELS[grain],
        href: pathOf(material.grains[index] ?? period),
        isHere: grain === period.grain,
      })),
      orders: orders.map(({ label, order: value }) => ({
        label,
        href: `${pathOf(period)}${value === 'vides' ? '?ordre=vides' : ''}`,
        isHere: value === order,
      })),
      links: material.isTeam
        ? [
            { label: 'Suivi du mois', href: `/saisie/suivi?mois=${period.end.slice(0, 7)}` },
            { label: 'Coupons de saisie', href: '/saisie/coupons' },
          ]
        : [{ label: 'Mes chiffres', href: '/mes-chiffres' }],
      past: material.past.map(({ shortLabel }) => shortLabel),
      groups: groupsOf(material),
      emptyText: rows.length > 0 ? null : emptyText(material),
      author: material.author,
      action: `${pathOf(period)}${order === 'vides' ? '?ordre=vides' : ''}`,
      saveTo: `${pathOf(period)}/cellules`,
      progress: progressText(counts),
      reason: reasonOf(material, sent),
      problem: problemOf(material, sent),
      readOnlyText: material.isSealed
        ? sentence`Cet exercice est scellé : ses chiffres ne changent plus, sauf si un administrateur le rouvre.`
        : null,
      adding: addedRow(material.period, material.lists),
    },
  };
}

/** By operation, or what is still to be filled before the rest. */
function groupsOf({ rows, campaigns, order }: GridMaterial): GridGroupView[] {
  if (order === 'vides') {
    const isEmpty = ({ view }: (typeof rows)[number]): boolean => view.state === 'empty' && view.isExpected;
    const named = [
      { id: 'vides', name: 'À remplir', rows: rows.filter(isEmpty) },
      { id: 'remplies', name: 'Déjà remplies', rows: rows.filter((row) => !isEmpty(row)) },
    ];
    return named
      .filter((group) => group.rows.length > 0)
      .map((group) => ({ ...group, rows: group.rows.map(({ view }) => view) }));
  }
  return [...groupBy(rows, ({ campaign }) => campaign ?? '')].map(([code, own]) => {
    const campaign = campaigns.find((one) => one.code === code);
    return {
      id: campaign?.slug ?? 'sans-operation',
      name: campaign === undefined ? WITHOUT_CAMPAIGN : typographic(campaign.name),
      rows: own.map(({ view }) => view),
    };
  });
}

const emptyText = ({ period, isTeam }: GridMaterial): string =>
  isTeam
    ? sentence`Aucun chiffre pour ${period.labelFor}. Ajoutez une ligne ci-dessous, ou dites dans le plan de collecte ce qui est attendu chaque mois.`
    : sentence`Rien n’est attendu de vous pour ${period.labelFor}. Si vous avez un chiffre à donner, ajoutez une ligne ci-dessous.`;

/** Asked from the start for a period that is closed, else only of whoever changes what was validated. */
function reasonOf({ closedSince, period }: GridMaterial, sent: SentForm | null): GridView['reason'] {
  const given = { value: sent?.reason ?? '', error: sent?.reasonError ?? null };
  if (closedSince !== null) {
    const hint = sentence`La saisie pour ${period.labelFor} est close depuis le ${formatDate(closedSince)} : un motif est demandé au moment de transmettre.`;
    return { label: 'Pourquoi ces chiffres arrivent maintenant', hint, ...given };
  }
  if (given.error === null) return null;
  const hint = 'Le motif reste dans l’historique du chiffre.';
  return { label: 'Pourquoi des chiffres validés changent', hint, ...given };
}

function problemOf({ rows }: GridMaterial, sent: SentForm | null): GridView['problem'] {
  if (sent === null) return null;
  const wrong = rows.filter(({ view }) => view.state === 'refused' || view.state === 'conflict');
  return {
    title: sent.title,
    issues: [
      ...(sent.reasonError === null ? [] : [{ href: '#motif', text: sent.reasonError }]),
      ...wrong.map(({ view }) => ({ href: `#c-${view.key}`, text: sentence`${view.name} : ${view.note}` })),
      ...sent.issues.map((text) => ({ href: '#saisie', text })),
    ],
  };
}
