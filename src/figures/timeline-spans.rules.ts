import type { CampaignStatus } from '../campaigns/campaign.types.js';
import { monthOf, yearOf } from '../kernel/calendar.rules.js';
import { formatPeriod } from '../kernel/french-date.rules.js';
import { monthPeriod, positionInYear, yearPeriod } from '../kernel/period.rules.js';
import type { IsoDate, Precision } from '../kernel/period.types.js';
import type { TimelineChart } from '../platform/charts/chart.types.js';
import type { Figure } from './figures.types.js';

/** What a timeline needs of a campaign: any richer record will do. */
export interface TimelineCampaign {
  code: string;
  shortName: string;
  status: CampaignStatus;
  startDate: IsoDate | null;
  endDate: IsoDate | null;
  precision: Precision;
  openEnd: boolean;
}

type Span = TimelineChart['spans'][number];

/** As the bilan says them of an operation (feminine); what was carried out says its results instead. */
export const STATUS_WORDS: Record<CampaignStatus, string> = {
  planned: 'à venir',
  ongoing: 'en cours',
  continuous: 'en continu',
  completed: 'menée à bien',
  postponed: 'reportée',
  suspended: 'suspendue',
  cancelled: 'annulée',
  in_question: 'remise en question',
};

const TONES: Record<CampaignStatus, Span['tone']> = {
  planned: 'muted',
  ongoing: 'ongoing',
  continuous: 'ongoing',
  completed: 'done',
  postponed: 'hatched',
  suspended: 'hatched',
  cancelled: 'hatched',
  in_question: 'hatched',
};

/** The operation took place, wholly or as a work that goes on. */
export const wasCarriedOut = (campaign: { status: CampaignStatus }): boolean =>
  campaign.status === 'completed' || campaign.status === 'continuous' || campaign.status === 'ongoing';

/** It was called into question, suspended, postponed or cancelled. */
export const wasHeldBack = (campaign: { status: CampaignStatus }): boolean =>
  TONES[campaign.status] === 'hatched';

/** Longest text written beside a bar without running over its neighbours. */
const LONGEST_TEXT = 46;

/** « janvier », « été », « depuis avril »: the period without the year that the chart's title already says. */
export function periodText(
  campaign: Omit<TimelineCampaign, 'shortName' | 'status' | 'code'>,
  year: number,
): string {
  const { startDate, endDate, precision, openEnd } = campaign;
  if (startDate === null && endDate === null) return 'date non précisée';
  const end = openEnd ? null : (endDate ?? lastDay(startDate, precision));
  const text = formatPeriod({ start: startDate, end, precision });
  return text === String(year) ? text : text.replace(new RegExp(`[ \\u00a0]${year}$`), '');
}

/** « 250 spots partagés, 130 000 sets de table » when it fits, the first of them, or their numbers. */
function resultsText(figures: readonly Figure[]): string | null {
  const results = figures.filter(
    (figure) => figure.amount !== null && figure.subsetOf === null && figure.indicator.nature !== 'context',
  );
  const telling = results.some((figure) => figure.indicator.keyFigure)
    ? results.filter((figure) => figure.indicator.keyFigure)
    : results;
  const texts = telling.slice(0, 2).map((figure) => figure.text);
  const candidates = [texts.join(', '), texts[0] ?? ''];
  return candidates.find((text) => text !== '' && text.length <= LONGEST_TEXT) ?? null;
}

/** The last day of the month, season or year whose first day is known. */
function lastDay(start: IsoDate | null, precision: Precision): IsoDate | null {
  if (start === null) return null;
  if (precision === 'month') return monthPeriod(monthOf(start)).end;
  if (precision === 'year') return yearPeriod(yearOf(start)).end;
  return start;
}

/**
 * Where an operation stands in the year. A launch known by its year alone has no bar: twelve months of colour would
 * tell what nobody said; a work that goes on all year has one.
 */
function extent(campaign: TimelineCampaign, year: number): Pick<Span, 'from' | 'to' | 'openEnd'> {
  const nowhere = { from: null, to: null, openEnd: false };
  const start = campaign.startDate;
  const end = campaign.endDate ?? lastDay(start, campaign.precision);
  if (end === null || campaign.precision === 'unknown') return nowhere;
  if (campaign.precision === 'year' && TONES[campaign.status] !== 'ongoing') return nowhere;
  const from = start === null ? 0 : positionInYear(start, year);
  const to = positionInYear(end, year, 'end');
  return from < to ? { from, to, openEnd: campaign.openEnd } : nowhere;
}

/** One line of the year's timeline. */
export function timelineSpan(
  campaign: TimelineCampaign,
  figures: readonly Figure[],
  year: number,
  highlighted: boolean,
): Span {
  const tone = TONES[campaign.status];
  const place = extent(campaign, year);
  const when = periodText(campaign, year);
  let text = when;
  if (tone === 'hatched' || tone === 'muted') text = STATUS_WORDS[campaign.status];
  else text = resultsText(figures) ?? (tone === 'ongoing' ? STATUS_WORDS[campaign.status] : when);
  if (place.from === null && tone === 'done' && text === String(year)) text = `${year}, mois non précisé`;
  return {
    label: campaign.shortName,
    ...place,
    text,
    tone: highlighted && (tone === 'done' || tone === 'ongoing') ? 'highlight' : tone,
  };
}
