import { countsSentence, statusLabel } from '../../campaigns/campaigns.rules.js';
import { yearTimeline } from '../../figures/chart-descriptions.rules.js';
import { periodWithoutYear } from '../../figures/timeline-spans.rules.js';
import { capitalise, joinList } from '../../kernel/french-text.rules.js';
import type { Block, Section, TableBlock } from '../../platform/documents/document.types.js';
import type { BilanCampaign } from '../bilan.types.js';
import { MOST_SHEETS, sheetName, type BilanView } from '../bilan-view.rules.js';
import { clipped, counted, rich } from '../bilan-words.rules.js';

const SPAN = 22;
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

const statusOf = ({ status, statusReason }: BilanCampaign): string =>
  statusReason === null ? statusLabel(status) : `${statusLabel(status)} (${statusReason})`;

/** Every operation; the partners' column is there when some operation names one. */
function table(view: BilanView): TableBlock {
  const named = view.campaigns.some(({ partners }) => partners.length > 0);
  const row = (campaign: BilanCampaign): TableBlock['rows'][number] => [
    rich(campaign.name),
    capitalise(periodWithoutYear(campaign.period, view.year)),
    rich(statusOf(campaign)),
    ...(named ? [{ text: rich(clipped(partnersOf(campaign), 120)), muted: true }] : []),
  ];
  return {
    summary: `${capitalise(counted(view.campaigns.length, 'opération', 'opérations', 'feminine'))} en lignes ; période, statut${named ? ' et partenaires' : ''} en colonnes.`,
    columns: [
      { label: 'Opération', width: 38, align: 'left' },
      { label: 'Période', width: 16, align: 'left' },
      { label: 'Statut', width: 20, align: 'left' },
      ...(named ? [{ label: 'Partenaires', width: 26, align: 'left' } as const] : []),
    ],
    rows: view.campaigns.map(row),
  };
}

/** Where each sheet is, in two columns. */
function sheetLinks(view: BilanView): Block[] {
  if (view.sheets.length < 2) return [];
  const links = view.sheets.map((campaign): Block => ({
    kind: 'link',
    to: sheetName(campaign),
    text: rich(clipped(campaign.shortName, 44)),
  }));
  const half = Math.ceil(links.length / 2);
  return [
    {
      kind: 'together',
      blocks: [
        { kind: 'heading', level: 2, text: 'Les fiches' },
        {
          kind: 'columns',
          columns: [
            { span: 6, blocks: links.slice(0, half) },
            { span: 6, blocks: links.slice(half) },
          ],
        },
      ],
    },
  ];
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
          `Une fiche détaille ${counted(view.sheets.length, 'opération', 'opérations', 'feminine')} parmi celles qui ont été menées.`,
        ]
      : []),
  ];
  return {
    name: 'annee',
    title: 'L’année en opérations',
    listed: true,
    overline: 'L’année en opérations',
    heading: rich(countsSentence(view.campaigns)),
    lead: null,
    newPage: true,
    blocks: [
      ...timeline(view),
      { kind: 'table', title: `Les opérations de ${view.year}`, table: table(view) },
      ...(notes.length > 0
        ? [{ kind: 'paragraph', style: 'note', text: notes.join(' ') } satisfies Block]
        : []),
      ...sheetLinks(view),
    ],
  };
}
