import { countsSentence, statusLabel } from '../campaigns/campaigns.rules.js';
import { shortMonths } from '../kernel/french-date.rules.js';
import { typographic } from '../kernel/french-text.rules.js';
import { monthsBetween, yearPeriod } from '../kernel/period.rules.js';
import type { ClosedPeriod } from '../kernel/period.types.js';
import type { TimelineChart } from '../platform/charts/chart.types.js';
import { drawnEvents, eventsOnDays, eventsSentence, type ToldEvent } from './chart-events.rules.js';
import { chartTable } from './chart-parts.rules.js';
import type { Figure } from './figures.types.js';
import { exerciceLabel } from '../programme/exercice.rules.js';
import { periodWithoutYear, timelineSpan, type TimelineCampaign } from './timeline-spans.rules.js';

export { attainmentBars, comparableBars } from './bar-descriptions.rules.js';
export { monthlyLine, pointText } from './monthly-line.rules.js';
export { yearlyLine } from './yearly-line.rules.js';

export interface TimelineOptions {
  /** The days of the exercice, the civil year when they are not given. */
  days?: ClosedPeriod;
  /** Codes of the operations to bring out. */
  highlighted?: readonly string[];
  /** Longest list drawn: beyond it, the operations without dates leave first, then those that come last. */
  atMost?: number;
  /** Replaces « Six opérations menées, trois remises en question ». */
  title?: string;
  /** What happened to the whole programme. */
  events?: readonly ToldEvent[];
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
  const label = exerciceLabel(days);
  const months = monthsBetween(days.start, days.end);
  const lines = shown.map((campaign) => {
    const highlighted = options.highlighted?.includes(campaign.code) === true;
    return { campaign, span: timelineSpan(campaign, figuresOf(campaign), { year, days, highlighted }) };
  });
  const events = drawnEvents(options.events ?? [], null);
  return {
    kind: 'timeline',
    id: 'frise-de-lannee',
    title: options.title ?? countsSentence(campaigns),
    subtitle:
      shown.length < campaigns.length
        ? `${shown.length} des ${campaigns.length} opérations de ${label}, à la précision connue`
        : `Opérations de ${label}, à la précision connue (jour, mois ou saison)`,
    sentence: `Frise de l’année ${label}. ${lines.map(({ campaign, span }) => `${campaign.shortName} : ${lineWords(campaign, span.text, year)}`).join(' ; ')}.${eventsSentence(events, year)}`,
    source: null,
    table: chartTable(
      `Opérations de ${label}`,
      ['Opération', 'Période', 'Statut'],
      [
        ...shown.map((campaign) => [
          campaign.shortName,
          periodWithoutYear(campaign.period, year),
          statusLabel(campaign.status),
        ]),
        ...events.map(({ label, periodText }) => [typographic(label), periodText, 'Repère']),
      ],
      false,
    ),
    year,
    ...(isCivilYear(months) ? {} : { months: months.map(shortMonth) }),
    spans: lines.map(({ span }) => span),
    ...(events.length === 0 ? {} : { events: eventsOnDays(events, year, days) }),
  };
}

const shortMonth = (month: string): string => shortMonths()[Number(month.slice(5)) - 1] as string;

/** From January to December, as timelines are drawn unless they say otherwise. */
const isCivilYear = (months: readonly string[]): boolean =>
  months.length === 12 && months[0]?.endsWith('-01') === true;

/** « été, 250 spots partagés », each thing once. */
function lineWords(campaign: TimelineCampaign, text: string, year: number): string {
  const when = periodWithoutYear(campaign.period, year);
  return text.startsWith(when) ? text : `${when}, ${text}`;
}
