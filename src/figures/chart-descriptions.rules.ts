import { countsSentence, statusLabel } from '../campaigns/campaigns.rules.js';
import { absenceText } from '../kernel/figure-text.rules.js';
import { formatQuantity } from '../kernel/french-number.rules.js';
import { MONTHS, shortMonths } from '../kernel/french-date.rules.js';
import { capitalise, joinList } from '../kernel/french-text.rules.js';
import { monthsBetween, yearPeriod } from '../kernel/period.rules.js';
import type { ClosedPeriod } from '../kernel/period.types.js';
import type { LineChart, TimelineChart } from '../platform/charts/chart.types.js';
import { chartTable, markLength, sourceLine } from './chart-parts.rules.js';
import type { Figure, SeriesPoint } from './figures.types.js';
import { periodWithoutYear, timelineSpan, type TimelineCampaign } from './timeline-spans.rules.js';

export { attainmentBars, comparableBars } from './bar-descriptions.rules.js';

const monthIndex = (period: string): number => Number(period.slice(5, 7)) - 1;
const monthName = (period: string): string => MONTHS[monthIndex(period)] ?? period;
const shortMonth = (period: string): string => shortMonths()[monthIndex(period)] ?? period;

type Told = SeriesPoint & { amount: NonNullable<SeriesPoint['amount']> };
const isTold = (point: SeriesPoint): point is Told => point.amount !== null;

/** « près de 640 (p) », « non communiqué »: a month's value without its name. */
export function pointText(point: SeriesPoint, figure: Figure): string {
  if (!isTold(point)) return point.absence === null ? 'non mesuré' : absenceText(point.absence);
  const { text } = formatQuantity(point.amount, figure.indicator.wording);
  return point.marking === 'provisional' ? `${text}\u00a0(p)` : text;
}

/** « Visites du site : le plus haut en juillet, 3 200 », or from where to where a stock went. */
function lineTitle(figure: Figure, told: readonly Told[]): string {
  const { shortName, nature, wording } = figure.indicator;
  const [first, last] = [told[0] as Told, told.at(-1) as Told];
  if (nature === 'stock' || nature === 'cumulative') {
    return `${shortName} : ${pointText(first, figure)} en ${monthName(first.period)}, ${pointText(last, figure)} en ${monthName(last.period)}`;
  }
  const highest = Math.max(...told.map((point) => markLength(point.amount, wording)));
  const tops = told.filter((point) => markLength(point.amount, wording) === highest);
  if (tops.length !== 1 || highest === 0) return capitalise(figure.text);
  const top = tops[0] as Told;
  return `${shortName} : le plus haut en ${monthName(top.period)}, ${pointText(top, figure)}`;
}

/** An indicator month by month; a month without value is a gap that says why. Null under two known months. */
export function monthlyLine(figure: Figure, points: readonly SeriesPoint[]): LineChart | null {
  const months = points.filter((point) => /^\d{4}-\d{2}$/.test(point.period));
  const told = months.filter(isTold);
  if (told.length < 2) return null;
  const { shortName, slug, wording } = figure.indicator;
  return {
    kind: 'line',
    id: `mois-${slug}`,
    title: lineTitle(figure, told),
    subtitle: `${figure.indicator.name}, par mois, ${figure.year}`,
    sentence: `Courbe mensuelle. ${joinList(months.map((point) => `${monthName(point.period)} : ${pointText(point, figure)}`))}.`,
    source: sourceLine([figure]),
    table: chartTable(
      `${figure.indicator.name} par mois`,
      ['Mois', shortName],
      months.map((point) => [capitalise(monthName(point.period)), pointText(point, figure)]),
    ),
    unit: wording.symbol === '%' ? 'percent' : 'count',
    labels: months.map((point) => shortMonth(point.period)),
    series: [
      {
        label: shortName,
        style: 'main',
        points: months.map((point) =>
          isTold(point)
            ? {
                value: markLength(point.amount, wording),
                text: formatQuantity(point.amount, wording).text,
                provisional: point.marking === 'provisional',
              }
            : null,
        ),
      },
    ],
  };
}

export interface TimelineOptions {
  /** The days of the exercice, the civil year when they are not given. */
  days?: ClosedPeriod;
  /** Codes of the operations to bring out. */
  highlighted?: readonly string[];
  /** Longest list drawn: beyond it, the operations without dates leave first, then those that come last. */
  atMost?: number;
  /** Replaces « Six opérations menées, trois remises en question ». */
  title?: string;
}

/** Keeps the operations that a timeline of limited height shows best, in their own order. */
function mostTelling<T extends TimelineCampaign>(campaigns: readonly T[], options: TimelineOptions): T[] {
  const limit = options.atMost ?? campaigns.length;
  if (campaigns.length <= limit) return [...campaigns];
  const weight = (campaign: T): number =>
    (options.highlighted?.includes(campaign.code) === true ? 0 : 2) +
    (campaign.period.start === null ? 1 : 0);
  const kept = new Set([...campaigns].sort((one, other) => weight(one) - weight(other)).slice(0, limit));
  return campaigns.filter((campaign) => kept.has(campaign));
}

/** The year in operations, each at the precision known; null without any operation. */
export function yearTimeline(
  campaigns: readonly TimelineCampaign[],
  byCampaign: ReadonlyMap<string, readonly Figure[]>,
  year: number,
  options: TimelineOptions = {},
): TimelineChart | null {
  if (campaigns.length === 0) return null;
  const shown = mostTelling(campaigns, options);
  const figuresOf = (campaign: TimelineCampaign): readonly Figure[] => byCampaign.get(campaign.code) ?? [];
  const days = options.days ?? yearPeriod(year);
  const months = monthsBetween(days.start, days.end);
  const spans = shown.map((campaign) => {
    const highlighted = options.highlighted?.includes(campaign.code) === true;
    return timelineSpan(campaign, figuresOf(campaign), { year, days, highlighted });
  });
  return {
    kind: 'timeline',
    id: 'frise-de-lannee',
    title: options.title ?? countsSentence(campaigns),
    subtitle:
      shown.length < campaigns.length
        ? `${shown.length} des ${campaigns.length} opérations de ${year}, à la précision connue`
        : `Opérations de ${year}, à la précision connue (jour, mois ou saison)`,
    sentence: `Frise de l’année ${year}. ${shown.map((campaign, index) => `${campaign.shortName} : ${lineWords(campaign, spans[index]?.text ?? '', year)}`).join(' ; ')}.`,
    source: null,
    table: chartTable(
      `Opérations de ${year}`,
      ['Opération', 'Période', 'Statut'],
      shown.map((campaign) => [
        campaign.shortName,
        periodWithoutYear(campaign.period, year),
        statusLabel(campaign.status),
      ]),
      false,
    ),
    year,
    ...(isCivilYear(months) ? {} : { months: months.map(shortMonth) }),
    spans,
  };
}

/** From January to December, as timelines are drawn unless they say otherwise. */
const isCivilYear = (months: readonly string[]): boolean =>
  months.length === 12 && months[0]?.endsWith('-01') === true;

/** « été, 250 spots partagés », each thing once. */
function lineWords(campaign: TimelineCampaign, text: string, year: number): string {
  const when = periodWithoutYear(campaign.period, year);
  return text.startsWith(when) ? text : `${when}, ${text}`;
}
