import type { CampaignStatus } from '../campaigns/campaign.types.js';
import { isCarriedOut, periodText as fullPeriodText, statusLabel } from '../campaigns/campaigns.rules.js';
import { monthOf, yearOf } from '../kernel/calendar.rules.js';
import { monthPeriod, monthsBetween, positionInMonths, yearPeriod } from '../kernel/period.rules.js';
import type { ClosedPeriod, IsoDate, Period, Precision } from '../kernel/period.types.js';
import type { TimelineChart } from '../platform/charts/chart.types.js';
import { isMoney, uncapitalise, valueText } from './chart-parts.rules.js';
import type { Figure } from './figures.types.js';

/** What a timeline needs of a campaign: any richer record will do. */
export interface TimelineCampaign {
  code: string;
  shortName: string;
  status: CampaignStatus;
  statusReason: string | null;
  period: Period;
  openEnd: boolean;
}

type Span = TimelineChart['spans'][number];

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

/** Longest text written beside a bar, and characters that a month of the chart holds on paper. */
const LONGEST_TEXT = 46;
const MONTH_OF_TEXT = 6;

/** « janvier », « été », « depuis avril »: the period without the year that the chart's title already says. */
export function periodWithoutYear(period: Period, year: number): string {
  const text = fullPeriodText(period);
  return text === String(year) ? text : text.replace(new RegExp(`[ \\u00a0]${year}$`), '');
}

/** Room for a text after a bar, or before one that ends late. */
function roomBeside({ from, to }: Pick<Span, 'from' | 'to'>, months: number): number {
  if (from === null || to === null) return LONGEST_TEXT;
  return Math.min(LONGEST_TEXT, Math.floor((Math.max(from, months - to) * MONTH_OF_TEXT * 12) / months));
}

interface ResultWords {
  text: string;
  shortText: string;
}

/** « 571 visiteurs » of « 571 visiteurs accueillis sur les stands »: the number and its noun. */
function shortResult(figure: Figure): string {
  const value = valueText(figure);
  if (!figure.text.startsWith(value)) return value;
  const noun = /^(?:\p{L}{1,3} |[dl]’)?\S+/u.exec(figure.text.slice(value.length).trimStart())?.[0] ?? '';
  return `${value} ${noun}`.trimEnd();
}

/** « 250 spots partagés, 130 000 sets de table » when it fits, else the first of them; null when none fits. */
function resultsText(figures: readonly Figure[], room: number): ResultWords | null {
  const results = figures.filter(
    (figure) =>
      figure.amount !== null &&
      figure.subsetOf === null &&
      figure.indicator.nature !== 'context' &&
      !isMoney(figure),
  );
  const keys = results.filter((figure) => figure.indicator.keyFigure);
  const told = (keys.length > 0 ? keys : results).slice(0, 2);
  const [first] = told;
  if (first === undefined) return null;
  const all = told.map((figure) => figure.text).join(', ');
  const text = [all, first.text].find((words) => words.length <= room);
  return text === undefined ? null : { text, shortText: shortResult(first) };
}

/** The last day of the month or year whose first day is known. */
function lastDay(start: IsoDate, precision: Precision): IsoDate {
  if (precision === 'month') return monthPeriod(monthOf(start)).end;
  if (precision === 'year') return yearPeriod(yearOf(start)).end;
  return start;
}

/**
 * Where an operation stands in the year. A launch known by its year alone has no bar: twelve months of colour would
 * tell what nobody said; a work that goes on all year has one.
 */
function extent(
  { period, status, openEnd }: TimelineCampaign,
  days: ClosedPeriod,
): Pick<Span, 'from' | 'to' | 'openEnd'> {
  const nowhere = { from: null, to: null, openEnd: false };
  const { start, precision } = period;
  const end = period.end ?? (start === null ? null : lastDay(start, precision));
  if (end === null || precision === 'unknown') return nowhere;
  if (precision === 'year' && TONES[status] !== 'ongoing') return nowhere;
  const from = start === null ? 0 : positionInMonths(start, days);
  const to = positionInMonths(end, days, 'end');
  return from < to ? { from, to, openEnd } : nowhere;
}

/** What a timeline shows an operation on. */
export interface TimelineFrame {
  year: number;
  days: ClosedPeriod;
  highlighted: boolean;
}

/** One line of the year's timeline. */
export function timelineSpan(
  campaign: TimelineCampaign,
  figures: readonly Figure[],
  { year, days, highlighted }: TimelineFrame,
): Span {
  const tone = TONES[campaign.status];
  const place = extent(campaign, days);
  const status = uncapitalise(statusLabel(campaign.status));
  const when = periodWithoutYear(campaign.period, year);
  const undated = place.from === null && when === String(year);
  const results = resultsText(figures, roomBeside(place, monthsBetween(days.start, days.end).length));
  let text = results?.text ?? (undated ? `${year}, mois non précisé` : when);
  if (tone === 'hatched' || tone === 'muted') text = status;
  else if (tone === 'ongoing') text = results?.text ?? status;
  return {
    label: campaign.shortName,
    ...place,
    text,
    ...(results === null || text !== results.text ? {} : { shortText: results.shortText }),
    tone: highlighted && isCarriedOut(campaign.status) ? 'highlight' : tone,
  };
}
