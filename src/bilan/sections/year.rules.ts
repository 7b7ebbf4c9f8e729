import { countsSentence, statusLabel } from '../../campaigns/campaigns.rules.js';
import { yearTimeline } from '../../figures/chart-descriptions.rules.js';
import { periodWithoutYear } from '../../figures/timeline-spans.rules.js';
import { capitalise, countWords, joinList } from '../../kernel/french-text.rules.js';
import type { Block, Section, TableBlock, TableCell } from '../../platform/documents/document.types.js';
import type { BilanCampaign } from '../bilan.types.js';
import { MOST_SHEETS, type BilanView } from '../bilan-view.rules.js';
import { eventsBlocks, eventsHeight } from './events.rules.js';
import { clipped, counted, rich } from '../bilan-words.rules.js';

const SPAN = 20;
const TIMELINE_MARGIN = 34;
const MOST_SPANS = 18;

function timeline(view: BilanView): Block[] {
  const highlighted = view.carriedOut.length > MOST_SHEETS ? view.sheets.map(({ code }) => code) : [];
  const chart = yearTimeline(view.campaigns, view.figuresOf, view.year, {
    days: view.period,
    atMost: MOST_SPANS,
    highlighted,
    title: `L’année ${view.label}, opération par opération`,
    events: view.events,
  });
  if (chart === null) return [];
  const height = TIMELINE_MARGIN + chart.spans.length * SPAN + eventsHeight(chart);
  return [{ kind: 'chart', chart, height, withTable: false }];
}

/** « À partir d’avril » holds in a narrow column; « Du 4 septembre au 15 décembre » does not. */
const LONG_PERIOD = 16;
/** Two lines of names at most: the sheets and the attached data hold them all. */
const LONGEST_NAMES = 64;

/** « Département, Intercommunalités et Lot Tourisme », « Aubrelle Travail et trois autres ». */
function partnersOf(campaign: BilanCampaign): string {
  const names = [...new Set(campaign.partners.map(({ name }) => name))];
  const all = joinList(names);
  if (all.length <= LONGEST_NAMES || names.length < 2) return clipped(all, LONGEST_NAMES);
  const others = names.length - 1;
  return `${clipped(names[0] ?? '', LONGEST_NAMES - 16)} et ${others === 1 ? 'un autre' : `${countWords(others)} autres`}`;
}

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
    ...(named ? [{ text: rich(partnersOf(campaign)), muted: true }] : []),
  ];
  const longest = Math.max(
    ...view.campaigns.map(({ period }) => periodWithoutYear(period, view.year).length),
  );
  return {
    summary: `${capitalise(counted(view.campaigns.length, 'opération', 'opérations', 'feminine'))} en lignes ; période, statut${named ? ' et partenaires' : ''} en colonnes.`,
    columns: [
      { label: 'Opération', width: 36, align: 'left' },
      { label: 'Période', width: longest > LONG_PERIOD ? 18 : 13, align: 'left' },
      { label: 'Statut', width: 19, align: 'left' },
      ...(named ? [{ label: 'Partenaires', width: 30, align: 'left' } as const] : []),
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
      ...eventsBlocks(view),
      { kind: 'table', title: `Les opérations de ${view.label}`, table: table(view) },
    ],
  };
}
