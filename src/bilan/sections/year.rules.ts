import { countsSentence, statusLabel } from '../../campaigns/campaigns.rules.js';
import { yearTimeline } from '../../figures/chart-descriptions.rules.js';
import { periodWithoutYear } from '../../figures/timeline-spans.rules.js';
import { capitalise, joinList } from '../../kernel/french-text.rules.js';
import type { Block, Section, TableBlock, TableCell } from '../../platform/documents/document.types.js';
import type { BilanCampaign } from '../bilan.types.js';
import { MOST_SHEETS, type BilanView } from '../bilan-view.rules.js';
import { clipped, counted, rich } from '../bilan-words.rules.js';

const SPAN = 20;
const TIMELINE_MARGIN = 34;
const MOST_SPANS = 18;

function timeline(view: BilanView): Block[] {
  const highlighted = view.carriedOut.length > MOST_SHEETS ? view.sheets.map(({ code }) => code) : [];
  const chart = yearTimeline(view.campaigns, view.figuresOf, view.year, {
    atMost: MOST_SPANS,
    highlighted,
    title: `L’année ${view.year}, opération par opération`,
  });
  if (chart === null) return [];
  const height = TIMELINE_MARGIN + chart.spans.length * SPAN;
  return [{ kind: 'chart', chart, height, withTable: false }];
}

const partnersOf = (campaign: BilanCampaign): string =>
  joinList([...new Set(campaign.partners.map(({ name }) => name))]);

/** Reasons of what was held back; said once under the table when they are the same for all. */
const reasonsOf = (view: BilanView): string[] => [
  ...new Set(view.heldBack.flatMap(({ statusReason }) => statusReason ?? [])),
];

function statusOf({ status, statusReason }: BilanCampaign, alike: boolean): string {
  return statusReason === null || alike ? statusLabel(status) : `${statusLabel(status)} (${statusReason})`;
}

function periodOf({ period }: BilanCampaign, year: number): TableCell {
  if (period.precision === 'unknown') return { text: 'Non précisée', muted: true };
  return capitalise(periodWithoutYear(period, year));
}

/** Every operation; the partners' column is there when some operation names one. */
function table(view: BilanView): TableBlock {
  const alike = reasonsOf(view).length < 2;
  const named = view.campaigns.some(({ partners }) => partners.length > 0);
  const row = (campaign: BilanCampaign): TableBlock['rows'][number] => [
    rich(campaign.name),
    periodOf(campaign, view.year),
    rich(statusOf(campaign, alike)),
    ...(named ? [{ text: rich(clipped(partnersOf(campaign), 120)), muted: true }] : []),
  ];
  return {
    summary: `${capitalise(counted(view.campaigns.length, 'opération', 'opérations', 'feminine'))} en lignes ; période, statut${named ? ' et partenaires' : ''} en colonnes.`,
    columns: [
      { label: 'Opération', width: 36, align: 'left' },
      { label: 'Période', width: 13, align: 'left' },
      { label: 'Statut', width: 18, align: 'left' },
      ...(named ? [{ label: 'Partenaires', width: 33, align: 'left' } as const] : []),
    ],
    rows: view.campaigns.map(row),
  };
}

/** The year at a glance, then every operation. Null without operations. */
export function yearSection(view: BilanView): Section | null {
  if (view.campaigns.length === 0) return null;
  const more = view.carriedOut.length > view.sheets.length;
  const notes = [
    ...(view.exercice.questionedListIsPartial && view.heldBack.length > 0
      ? ['La liste des opérations remises en question n’est pas exhaustive.']
      : []),
    ...(more
      ? [
          `${capitalise(counted(view.sheets.length, 'opération a', 'opérations ont', 'feminine'))} une fiche dans les pages qui suivent.`,
        ]
      : []),
  ];
  return {
    name: 'annee',
    title: 'L’année en opérations',
    listed: true,
    overline: 'L’année en opérations',
    heading: rich(countsSentence(view.campaigns)),
    lead: notes.length > 0 ? notes.join(' ') : null,
    newPage: true,
    blocks: [
      ...timeline(view),
      { kind: 'table', title: `Les opérations de ${view.year}`, table: table(view) },
    ],
  };
}
