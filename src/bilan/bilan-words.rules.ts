import { statusLabel, statusSentence } from '../campaigns/campaigns.rules.js';
import type { CampaignStatus } from '../campaigns/campaign.types.js';
import { isWhollyTheirs, uncapitalise, valueText } from '../figures/chart-parts.rules.js';
import { periodWithoutYear } from '../figures/timeline-spans.rules.js';
import type { Figure } from '../figures/figures.types.js';
import { labelFor } from '../kernel/figure-text.rules.js';
import { capitalise, countWords, joinList } from '../kernel/french-text.rules.js';
import type { RichText } from '../platform/documents/document.types.js';
import type { BilanCampaign } from './bilan.types.js';

/** Text typed by people, safe from markup: « 5 * 3 » stays as typed, and « 1er » is raised. */
export function rich(text: string): RichText {
  return text.replace(/[*^\\]/g, '\\$&').replace(/(?<![\p{L}\p{N}])1(er|re)(?![\p{L}\p{N}])/gu, '1^$1^');
}

export const bold = (text: RichText): RichText => `**${text}**`;

/** A capital at the start, unless an address stands there, and a stop at the end, whatever was typed. */
export function asSentence(text: string): string {
  const trimmed = text.trim().replace(/[,;:\s]+$/, '');
  if (trimmed === '') return '';
  const address = /^[\p{Ll}\d-]+(?:\.[\p{Ll}\d-]+)+/u.test(trimmed);
  const started = address ? trimmed : capitalise(trimmed);
  return /[.!?…]\s*»?$/.test(started) ? started : `${started}.`;
}

/** « se poursuivra en 2021 » needs a subject: « L’opération se poursuivra en 2021. » */
export function aboutOperation(text: string): string {
  const starts =
    /^(?:(?:a|est|se|sera|fut|reste|restera|continue|continuera|reprendra|permettra)(?=\s)|s[’'](?=\p{L}))/u;
  return asSentence(starts.test(text.trim()) ? `l’opération ${text.trim()}` : text);
}

/** Shortens a long text at a word: captions of tiles and strips have no room for 200 characters. */
export function clipped(text: string, longest: number): string {
  if (text.length <= longest) return text;
  const cut = text.slice(0, longest - 1);
  const word = cut.lastIndexOf(' ');
  return `${cut.slice(0, word > longest / 2 ? word : undefined).trimEnd()}…`;
}

/** « 3 operations » in words, agreed: `counted(6, 'opération', 'opérations', 'feminine')` is « six opérations ». */
export function counted(
  count: number,
  one: string,
  other: string,
  gender: 'masculine' | 'feminine' = 'masculine',
): string {
  if (count === 0) return `${gender === 'feminine' ? 'aucune' : 'aucun'} ${one}`;
  return `${countWords(count, gender)} ${count > 1 ? other : one}`;
}

/** What follows a figure's number: « vues sur les réseaux sociaux », « d’ambassadeurs » after a million. */
export function labelText(figure: Figure): string {
  const value = valueText(figure);
  if (figure.amount === null) return figure.indicator.name;
  if (figure.text.startsWith(value)) return figure.text.slice(value.length).trimStart();
  return labelFor(figure.amount, figure.indicator.wording);
}

const MARKS: Record<Figure['marking'], string> = {
  final: '',
  provisional: '(p)',
  estimated: '(e)',
  revised: '(r)',
};

/** « 450 », « plus de 13 000 (p) » for the cells of tables. */
export function cellValue(figure: Figure): string {
  const mark = MARKS[figure.marking];
  return mark === '' || figure.amount === null ? valueText(figure) : `${valueText(figure)}\u00a0${mark}`;
}

/** The operations that brought all of a figure, two editions under one name; none when it counts more than they did. */
export function campaignNames(figure: Figure, longest: number): string[] {
  if (!isWhollyTheirs(figure)) return [];
  return [...new Set(figure.campaigns.map(({ shortName }) => clipped(shortName, longest)))];
}

/** « Les spots du Lot, été », « Quatre opérations » when they are many, « 16 décembre »; nothing more than the year is nothing. */
export function whereAndWhen(figure: Figure): string {
  const names = campaignNames(figure, 48);
  const where =
    names.length > 2 ? counted(names.length, 'opération', 'opérations', 'feminine') : joinList(names);
  const { period, year } = figure;
  const when = period === null || period.precision === 'year' ? '' : periodWithoutYear(period, year);
  if (where === '') return capitalise(when);
  return capitalise(when === '' || names.length > 2 ? where : `${where}, ${when}`);
}

/** « Paris, janvier »: what parentheses after a name hold, without what the name says already. */
export function placeAndTime(campaign: BilanCampaign, year: number): string {
  const when = periodWithoutYear(campaign.period, year);
  const known = campaign.period.precision !== 'unknown' && when !== String(year);
  const place = campaign.place !== null && !campaign.shortName.includes(campaign.place) ? campaign.place : '';
  return [clipped(place, 40), known ? when : ''].filter((part) => part !== '').join(', ');
}

const PARTICIPLES: readonly [CampaignStatus, string][] = [
  ['in_question', 'remise en question'],
  ['postponed', 'reportée'],
  ['suspended', 'suspendue'],
  ['cancelled', 'annulée'],
];

/** « trois ont été remises en question par le contexte sanitaire ». */
function heldBackPart(
  campaigns: readonly BilanCampaign[],
  status: CampaignStatus,
  participle: string,
): string {
  const plural = campaigns.length > 1;
  const word = plural ? participle.replace(/^\p{L}+/u, (first) => `${first}s`) : participle;
  const reasons = [...new Set(campaigns.map(({ statusReason }) => statusReason))];
  const [reason = null] = reasons;
  const said = uncapitalise(statusSentence({ status, statusReason: reason }));
  const cause = reasons.length === 1 ? said.slice(statusLabel(status).length) : '';
  return `${countWords(campaigns.length, 'feminine')} ${plural ? 'ont' : 'a'} été ${word}${cause}`;
}

/** « Six opérations ont été menées ; trois ont été remises en question par le contexte sanitaire. » */
export function countsLead(
  campaigns: readonly BilanCampaign[],
  isCarriedOut: (one: BilanCampaign) => boolean,
): string {
  const done = campaigns.filter(isCarriedOut).length;
  if (campaigns.length === 0) return 'Aucune opération n’est inscrite à cet exercice.';
  const verb = done > 1 ? 'ont été menées' : done === 1 ? 'a été menée' : 'n’a été menée';
  const parts = [`${counted(done, 'opération', 'opérations', 'feminine')} ${verb}`];
  for (const [status, participle] of PARTICIPLES) {
    const held = campaigns.filter((campaign) => campaign.status === status);
    if (held.length > 0) parts.push(heldBackPart(held, status, participle));
  }
  const coming = campaigns.filter(({ status }) => status === 'planned').length;
  if (coming > 0) parts.push(`${countWords(coming, 'feminine')} ${coming > 1 ? 'sont' : 'est'} à venir`);
  return asSentence(parts.join(' ; '));
}
