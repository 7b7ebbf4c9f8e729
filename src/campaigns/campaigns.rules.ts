import { formatPeriod, formatPeriodIn } from '../kernel/french-date.rules.js';
import { capitalise, countWords, elide } from '../kernel/french-text.rules.js';
import type { ClosedPeriod, IsoDate, Period } from '../kernel/period.types.js';
import type { Campaign, CampaignDefinition, CampaignStatus } from './campaign.types.js';

/** How a status is read on a badge (an operation is feminine) and whether the operation was carried out. */
const STATUSES: Record<CampaignStatus, { label: string; carriedOut: boolean }> = {
  planned: { label: 'À venir', carriedOut: false },
  ongoing: { label: 'En cours', carriedOut: true },
  continuous: { label: 'En continu', carriedOut: true },
  completed: { label: 'Terminée', carriedOut: true },
  postponed: { label: 'Reportée', carriedOut: false },
  suspended: { label: 'Suspendue', carriedOut: false },
  cancelled: { label: 'Annulée', carriedOut: false },
  in_question: { label: 'Remise en question', carriedOut: false },
};

/** « Terminée », « En continu », « Remise en question ». */
export const statusLabel = (status: CampaignStatus): string => STATUSES[status].label;

/** Completed, ongoing or continuous: it counts among « six opérations menées ». */
export const isCarriedOut = (status: CampaignStatus): boolean => STATUSES[status].carriedOut;

/** « Remise en question » is a status of its own: the release never says « annulée ». */
export const isQuestioned = (status: CampaignStatus): boolean => status === 'in_question';

type CampaignWords = Pick<
  Campaign,
  'period' | 'periodText' | 'periodTextIn' | 'statusText' | 'statusSentence' | 'carriedOut' | 'questioned'
>;
type WithStatus = Pick<CampaignDefinition, 'status' | 'statusReason'>;

/** The release's own words; any other reason stands in parentheses, which agree with everything. */
const AGENTS: Record<string, string> = { 'contexte sanitaire': 'par le contexte sanitaire' };

const becauseOf = (reason: string | null): string =>
  reason === null ? '' : ` ${AGENTS[reason] ?? `(${reason})`}`;

/** « remise en question par le contexte sanitaire », « reportée (budget) », « terminée ». */
export function statusSentence({ status, statusReason }: WithStatus): string {
  const label = statusLabel(status);
  return `${label.charAt(0).toLocaleLowerCase('fr')}${label.slice(1)}${becauseOf(statusReason)}`;
}

/** The statuses that the year's sentence counts, in the order it tells them. */
const COUNTED: readonly { of: (status: CampaignStatus) => boolean; one: string; other: string }[] = [
  { of: isCarriedOut, one: 'menée', other: 'menées' },
  { of: isQuestioned, one: 'remise en question', other: 'remises en question' },
  { of: (status) => status === 'planned', one: 'à venir', other: 'à venir' },
  { of: (status) => status === 'postponed', one: 'reportée', other: 'reportées' },
  { of: (status) => status === 'suspended', one: 'suspendue', other: 'suspendues' },
  { of: (status) => status === 'cancelled', one: 'annulée', other: 'annulées' },
];

/** « Six opérations menées, trois remises en question par le contexte sanitaire »; without final stop. */
export function countsSentence(campaigns: readonly WithStatus[]): string {
  const parts: string[] = [];
  for (const { of, one, other } of COUNTED) {
    const counted = campaigns.filter(({ status }) => of(status));
    if (counted.length === 0) continue;
    const plural = counted.length > 1;
    const noun = parts.length > 0 ? '' : plural ? ' opérations' : ' opération';
    const reasons = new Set(counted.map(({ statusReason }) => statusReason));
    const reason = reasons.size === 1 ? becauseOf(counted[0]?.statusReason ?? null) : '';
    parts.push(`${countWords(counted.length, 'feminine')}${noun} ${plural ? other : one}${reason}`);
  }
  return parts.length === 0 ? 'Aucune opération' : capitalise(parts.join(', '));
}

type Dated = Pick<CampaignDefinition, 'startDate' | 'endDate' | 'precision' | 'openEnd'>;

/** The span of a campaign: « dès avril » has no end, whatever date was kept for drawing it. */
export function campaignPeriod({ startDate, endDate, precision, openEnd }: Dated): Period {
  return { start: startDate, end: openEnd ? null : endDate, precision };
}

/** « janvier 2020 », « été 2020 », « depuis avril 2020 » while it lasts, « à partir d’avril 2020 » once it is over. */
export function periodText(period: Period, status?: CampaignStatus): string {
  return isUndated(period) ? 'date non précisée' : endless(formatPeriod(period), period, status);
}

/** The same inside a sentence: « en janvier 2020 », « à l’été 2020 », « à une date non précisée ». */
export function periodTextIn(period: Period, status?: CampaignStatus): string {
  return isUndated(period) ? 'à une date non précisée' : endless(formatPeriodIn(period), period, status);
}

const SINCE = 'depuis ';

/** « Depuis » says that it still goes on: what is over, or not known to go on, only has a beginning. */
function endless(text: string, { end }: Period, status?: CampaignStatus): string {
  const goesOn = status === 'ongoing' || status === 'continuous';
  if (end !== null || goesOn || !text.startsWith(SINCE)) return text;
  const start = text.slice(SINCE.length);
  return `à partir ${start.startsWith('le ') ? `du ${start.slice('le '.length)}` : elide('de', start)}`;
}

const isUndated = ({ start, end, precision }: Period): boolean =>
  precision === 'unknown' || (start === null && end === null);

/** The day whose names a campaign prints: its first one in its exercice, else the last day of that exercice. */
export function namingDay({ startDate }: Pick<Dated, 'startDate'>, { start, end }: ClosedPeriod): IsoDate {
  return startDate !== null && startDate >= start && startDate <= end ? startDate : end;
}

/** Everything that is said of a status and of a period, so that every page says it alike. */
export function campaignWords(period: Period, { status, statusReason }: WithStatus): CampaignWords {
  return {
    period,
    periodText: periodText(period, status),
    periodTextIn: periodTextIn(period, status),
    statusText: statusLabel(status),
    statusSentence: statusSentence({ status, statusReason }),
    carriedOut: isCarriedOut(status),
    questioned: isQuestioned(status),
  };
}
