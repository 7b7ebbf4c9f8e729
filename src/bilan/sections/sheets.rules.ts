import { statusSentence } from '../../campaigns/campaigns.rules.js';
import type { PartnerRole } from '../../campaigns/campaign.types.js';
import { yearTimeline } from '../../figures/chart-descriptions.rules.js';
import type { Figure } from '../../figures/figures.types.js';
import { formatPeriod } from '../../kernel/french-date.rules.js';
import { capitalise, joinList } from '../../kernel/french-text.rules.js';
import type { Block, RichText, Section } from '../../platform/documents/document.types.js';
import type { BilanCampaign } from '../bilan.types.js';
import { sheetName, type BilanView } from '../bilan-view.rules.js';
import { aboutOperation, asSentence, clipped, rich } from '../bilan-words.rules.js';
import { resultTiles } from './key-figures.rules.js';

const STRIP_HEIGHT = 58;
const MOST_TILES = 6;
const MOST_NAMES = 12;

const ROLES: readonly [PartnerRole, one: string, other: string][] = [
  ['lead', 'Pilote', 'Pilotes'],
  ['initiator', 'À l’initiative de', 'À l’initiative de'],
  ['partner', 'Partenaire', 'Partenaires'],
  ['relay', 'Relais', 'Relais'],
];

/** Names, shortened to a dozen: the table of the year and the attached data hold them all. */
function listed(names: readonly string[]): string {
  if (names.length <= MOST_NAMES) return joinList(names);
  return `${names.slice(0, MOST_NAMES).join(', ')} et ${names.length - MOST_NAMES} autres`;
}

/** The fact column: only what is known. */
function facts(campaign: BilanCampaign): { label: string; value: RichText }[] {
  const found: [label: string, value: string][] = [];
  if (campaign.period.precision !== 'unknown')
    found.push(['Période', capitalise(formatPeriod(campaign.period))]);
  if (campaign.place !== null) found.push(['Lieu', campaign.place]);
  for (const [role, one, other] of ROLES) {
    const names = campaign.partners.filter((partner) => partner.role === role).map(({ name }) => name);
    if (names.length > 0) found.push([names.length > 1 ? other : one, listed(names)]);
  }
  if (campaign.audience !== null) found.push(['Public visé', capitalise(campaign.audience)]);
  const channels = campaign.channels.map(({ label }, index) =>
    index === 0 ? capitalise(label) : label.toLocaleLowerCase('fr'),
  );
  if (channels.length > 0) found.push([channels.length > 1 ? 'Canaux' : 'Canal', listed(channels)]);
  if (campaign.follows !== null) found.push(['Dans la continuité de', campaign.follows]);
  found.push(['Statut', capitalise(statusSentence(campaign))]);
  return found.map(([label, value]) => ({ label, value: rich(value) }));
}

function results(figures: readonly Figure[]): Block[] {
  const measured = figures.filter((figure) => figure.amount !== null && figure.subsetOf === null);
  if (measured.length === 0) return [];
  const shown = [...measured].sort(
    (one, other) => Number(other.indicator.keyFigure) - Number(one.indicator.keyFigure),
  );
  return [
    { kind: 'heading', level: 2, text: 'Résultats' },
    { kind: 'key-figures', rows: resultTiles(shown.slice(0, MOST_TILES)) },
    ...(measured.length > MOST_TILES
      ? [
          {
            kind: 'paragraph',
            style: 'note',
            text: `${measured.length - MOST_TILES} autres indicateurs figurent dans les données jointes.`,
          } satisfies Block,
        ]
      : []),
  ];
}

/** What was done and how it was received; where nothing was counted, a sentence says so: never a zero. */
function story(campaign: BilanCampaign, counted: boolean): Block[] {
  const items = [...campaign.facts, campaign.appreciation ?? '']
    .filter((text) => text.trim() !== '')
    .map((text) => rich(aboutOperation(text)));
  const silent: Block[] = counted
    ? []
    : [{ kind: 'paragraph', style: 'small', text: 'Aucun chiffre n’a été relevé pour cette opération.' }];
  if (items.length === 0) return silent;
  return [
    { kind: 'heading', level: 2, text: 'Ce qui a été fait' },
    { kind: 'list', ordered: false, items },
    ...silent,
  ];
}

/** The operation's place in the year, when its months are known. */
function place(campaign: BilanCampaign, view: BilanView): Block[] {
  const chart = yearTimeline([campaign], new Map(), view.year, {
    highlighted: [campaign.code],
    title: `L’opération dans l’année ${view.year}`,
  });
  if (chart === null || chart.spans.every((span) => span.from === null)) return [];
  const named = {
    ...chart,
    id: `frise-${campaign.slug}`,
    subtitle: 'À la précision connue (jour, mois ou saison)',
  };
  return [{ kind: 'chart', chart: named, height: STRIP_HEIGHT, withTable: false }];
}

function next(campaign: BilanCampaign, view: BilanView): Block[] {
  if (campaign.continuation === null || campaign.continuation.trim() === '') return [];
  return [
    {
      kind: 'panel',
      tone: 'wine',
      title: `Et en ${view.nextYear} ?`,
      paragraphs: [rich(aboutOperation(campaign.continuation))],
    },
  ];
}

function sheet(campaign: BilanCampaign, view: BilanView, first: boolean): Section {
  const figures = view.figuresOf.get(campaign.code) ?? [];
  const counted = results(figures);
  const right = [...counted, ...story(campaign, counted.length > 0)];
  return {
    name: sheetName(campaign),
    title: `Fiche : ${clipped(campaign.shortName, 60)}`,
    listed: false,
    overline: 'Fiche opération',
    heading: rich(clipped(campaign.name, 160)),
    lead: campaign.purpose === null ? null : rich(asSentence(campaign.purpose)),
    newPage: first,
    blocks: [
      {
        kind: 'columns',
        columns: [
          { span: 4, blocks: [{ kind: 'facts', items: facts(campaign) }] },
          { span: 8, blocks: right },
        ],
      },
      ...(figures.length > 0 ? place(campaign, view) : []),
      ...next(campaign, view),
      ...(campaign.note === null
        ? []
        : [{ kind: 'paragraph', style: 'note', text: rich(asSentence(campaign.note)) } satisfies Block]),
      ...(campaign.link === null
        ? []
        : [
            {
              kind: 'external-links',
              items: [{ text: rich(clipped(hostOf(campaign.link), 60)), url: campaign.link }],
            } satisfies Block,
          ]),
    ],
  };
}

/** « www.choisirlelot.fr »: an address as people read it. */
export const hostOf = (url: string): string => url.replace(/^[a-z]+:\/\//i, '').replace(/\/$/, '');

/** One sheet per operation that was carried out, or per telling one when they are many. */
export const sheetSections = (view: BilanView): Section[] =>
  view.sheets.map((campaign, index) => sheet(campaign, view, index === 0));
