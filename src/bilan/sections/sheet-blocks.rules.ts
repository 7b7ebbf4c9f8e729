import { periodText, statusSentence } from '../../campaigns/campaigns.rules.js';
import type { PartnerRole } from '../../campaigns/campaign.types.js';
import { yearTimeline } from '../../figures/chart-descriptions.rules.js';
import { isMoney, uncapitalise } from '../../figures/chart-parts.rules.js';
import type { Figure } from '../../figures/figures.types.js';
import { capitalise, joinList } from '../../kernel/french-text.rules.js';
import type { Block, RichText } from '../../platform/documents/document.types.js';
import type { BilanCampaign } from '../bilan.types.js';
import type { BilanView } from '../bilan-view.rules.js';
import { aboutOperation, asSentence, cellValue, clipped, counted, rich } from '../bilan-words.rules.js';
import { resultTiles } from './key-figures.rules.js';
import { opinionWords, sheetOpinions } from './opinions.rules.js';

const STRIP_HEIGHT = 58;
const MOST_TILES = 6;
const MOST_NAMES = 12;

const ROLES: readonly [PartnerRole, one: string, other: string][] = [
  ['lead', 'Chef de file', 'Chefs de file'],
  ['initiator', 'À l’initiative de', 'À l’initiative de'],
  ['partner', 'Partenaire', 'Partenaires'],
  ['relay', 'Relais', 'Relais'],
];

/** Names, shortened to a dozen: the table of the year and the attached data hold them all. */
function listed(names: readonly string[]): string {
  if (names.length <= MOST_NAMES) return joinList(names);
  return `${names.slice(0, MOST_NAMES).join(', ')} et ${names.length - MOST_NAMES} autres`;
}

/** « 28 950 € (plafond de 30 000 € respecté) ». */
function amountSpent(figure: Figure): [label: string, value: string] {
  const said = [
    ...(figure.target === null ? [] : [uncapitalise(figure.assessmentText)]),
    ...opinionWords(figure),
  ];
  const beside = said.length === 0 ? '' : ` (${said.join(' ; ')})`;
  return [figure.indicator.shortName, `${cellValue(figure)}${beside}`];
}

/** The fact column: only what is known. */
export function facts(
  campaign: BilanCampaign,
  figures: readonly Figure[],
): { label: string; value: RichText }[] {
  const found: [label: string, value: string][] = [];
  const when =
    campaign.period.precision === 'unknown' ? '' : capitalise(periodText(campaign.period, campaign.status));
  const where = campaign.place ?? '';
  if (when !== '' && where !== '') found.push(['Période et lieu', `${when}, ${where}`]);
  else if (when !== '') found.push(['Période', when]);
  else if (where !== '') found.push(['Lieu', where]);
  for (const [role, one, other] of ROLES) {
    const names = campaign.partners.filter((partner) => partner.role === role).map(({ name }) => name);
    if (names.length > 0) found.push([names.length > 1 ? other : one, listed(names)]);
  }
  if (campaign.audience !== null) found.push(['Public visé', capitalise(campaign.audience)]);
  const channels = campaign.channels.map(({ label }) => label);
  if (channels.length > 0) found.push([channels.length > 1 ? 'Canaux' : 'Canal', channels.join(', ')]);
  found.push(...figures.filter((figure) => figure.amount !== null && isMoney(figure)).map(amountSpent));
  if (campaign.status !== 'completed') found.push(['Statut', capitalise(statusSentence(campaign))]);
  return found.map(([label, value]) => ({ label, value: rich(value) }));
}

const resultsOf = (figures: readonly Figure[]): Figure[] =>
  figures.filter((figure) => figure.amount !== null && figure.subsetOf === null && !isMoney(figure));
export const hasResults = (figures: readonly Figure[]): boolean => resultsOf(figures).length > 0;

export function results(figures: readonly Figure[]): Block[] {
  const measured = resultsOf(figures);
  const shown = [...measured].sort(
    (one, other) => Number(other.indicator.keyFigure) - Number(one.indicator.keyFigure),
  );
  const others = measured.length - MOST_TILES;
  return [
    { kind: 'heading', level: 2, text: 'Résultats' },
    { kind: 'key-figures', rows: resultTiles(shown.slice(0, MOST_TILES)) },
    ...(others > 0
      ? [
          {
            kind: 'paragraph',
            style: 'note',
            text: `${capitalise(counted(others, 'autre indicateur figure', 'autres indicateurs figurent'))} dans les données jointes.`,
          } satisfies Block,
        ]
      : []),
    ...sheetOpinions(figures),
  ];
}

/** The facts say already what the operation follows. */
const toldAlready = ({ facts: told, follows }: BilanCampaign): boolean =>
  told.some((text) => follows !== null && (text.includes(follows) || /dans la continuité/i.test(text)));

/** What was done, how it was received, and what it follows. */
export function storyItems(campaign: BilanCampaign): Block[] {
  const items = [...campaign.facts, campaign.appreciation ?? '']
    .filter((text) => text.trim() !== '')
    .map((text) => rich(aboutOperation(text)));
  const follows = campaign.follows === null || toldAlready(campaign) ? null : campaign.follows;
  return [
    ...(items.length === 0 ? [] : [{ kind: 'list', ordered: false, items } satisfies Block]),
    ...(follows === null
      ? []
      : [
          {
            kind: 'paragraph',
            style: 'small',
            text: rich(`Dans la continuité de « ${follows} ».`),
          } satisfies Block,
        ]),
  ];
}

/** The same under its heading, which a mere reference does not deserve. */
export function story(campaign: BilanCampaign): Block[] {
  const items = storyItems(campaign);
  return items.some(({ kind }) => kind === 'list')
    ? [{ kind: 'heading', level: 2, text: 'Ce qui a été fait' }, ...items]
    : items;
}

/** The operation's place in the year, when its months are known. */
export function place(campaign: BilanCampaign, view: BilanView): Block[] {
  const chart = yearTimeline([campaign], new Map(), view.year, {
    days: view.period,
    highlighted: [campaign.code],
    title: `L’opération dans l’année ${view.label}`,
  });
  if (chart === null || chart.spans.every((span) => span.from === null)) return [];
  const named = {
    ...chart,
    id: `frise-${campaign.slug}`,
    subtitle: 'À la précision connue (jour, mois ou saison)',
  };
  return [{ kind: 'chart', chart: named, height: STRIP_HEIGHT, withTable: false }];
}

export function next(campaign: BilanCampaign, view: BilanView): Block[] {
  if (campaign.continuation === null || campaign.continuation.trim() === '') return [];
  return [
    {
      kind: 'panel',
      tone: 'wine',
      title: `Et en ${view.nextLabel} ?`,
      paragraphs: [rich(aboutOperation(campaign.continuation))],
    },
  ];
}

/** A dated remark, and where to read more. */
export function foot(campaign: BilanCampaign): Block[] {
  const { note, link } = campaign;
  return [
    ...(note === null
      ? []
      : [{ kind: 'paragraph', style: 'note', text: rich(`À noter : ${asSentence(note)}`) } satisfies Block]),
    ...(link === null
      ? []
      : [
          {
            kind: 'external-links',
            items: [{ text: rich(clipped(hostOf(link), 60)), url: link }],
          } satisfies Block,
        ]),
  ];
}

/** « www.choisirlelot.fr »: an address as people read it. */
export const hostOf = (url: string): string => url.replace(/^[a-z]+:\/\//i, '').replace(/\/$/, '');
