import { footnoteOf } from '../figures/cost.rules.js';
import type { Indicator, SeriesBreak } from '../indicators/indicator.types.js';
import { nextDue } from '../indicators/next-due.rules.js';
import { eventWords, type ToldEvent } from '../figures/chart-events.rules.js';
import { uncapitalise, valueText } from '../figures/chart-parts.rules.js';
import type { BreakdownPart, Figure } from '../figures/figures.types.js';
import type { HistoryYear } from '../figures/yearly-line.rules.js';
import { absenceText } from '../kernel/figure-text.rules.js';
import { formatDate, formatPeriod } from '../kernel/french-date.rules.js';
import { capitalise, sentence, typographic } from '../kernel/french-text.rules.js';
import { overlaps, precisionOf } from '../kernel/period.rules.js';
import type { ClosedPeriod, IsoDate } from '../kernel/period.types.js';
import type { LinkView } from './dashboard.types.js';

/** One term and what is said of it. */
export interface FactView {
  term: string;
  values: string[];
  links: LinkView[];
}

export interface TableView {
  caption: string;
  columns: { label: string; numeric: boolean }[];
  rows: string[][];
  /** « Non cumulable : … », said under the table. */
  note: string | null;
}

const fact = (term: string, ...values: (string | null)[]): FactView[] => {
  const said = values.filter((value) => value !== null).map(typographic);
  return said.length === 0 ? [] : [{ term, values: said, links: [] }];
};

const DIMENSIONS: Record<BreakdownPart['dimension'], { caption: string; label: string }> = {
  campaign: { caption: 'Par opération', label: 'Opération' },
  territory: { caption: 'Par territoire', label: 'Territoire' },
  channel: { caption: 'Par canal', label: 'Canal' },
  organisation: { caption: 'Par organisme', label: 'Organisme' },
  month: { caption: 'Par mois', label: 'Mois' },
};

/** The parts of a figure, by dimension. @param withoutMonths the chart's own table has them. */
export function breakdownsOf(
  figure: Figure | null,
  indicator: Pick<Indicator, 'overlapping' | 'aggregationTerritory' | 'aggregationChannel'>,
  withoutMonths: boolean,
): TableView[] {
  const parts = figure?.breakdown ?? [];
  const additive: Record<BreakdownPart['dimension'], boolean> = {
    campaign: true,
    month: true,
    organisation: true,
    territory: indicator.aggregationTerritory === 'sum',
    channel: indicator.aggregationChannel === 'sum',
  };
  return (Object.keys(DIMENSIONS) as BreakdownPart['dimension'][]).flatMap((dimension) => {
    const slices = parts.filter((part) => part.dimension === dimension);
    if (slices.length === 0 || (dimension === 'month' && withoutMonths)) return [];
    const { caption, label } = DIMENSIONS[dimension];
    const overlaps = slices.length > 1 && (indicator.overlapping || !additive[dimension]);
    return [
      {
        caption,
        columns: [
          { label, numeric: false },
          { label: 'Valeur', numeric: true },
        ],
        rows: slices.map((slice) => [
          typographic(capitalise(slice.label)),
          slice.amount === null && slice.absence !== null ? absenceText(slice.absence) : slice.text,
        ]),
        note: overlaps ? typographic('Non cumulable : ces parts ne s’additionnent pas.') : null,
      },
    ];
  });
}

/** What the value of the year is read against: target, expected, way made. The tile says the rest. */
export function standingOf(figure: Figure | null): FactView[] {
  if (figure === null) return [];
  const { target, expectedToDate, progress, costPerResult } = figure;
  const decided = [target?.decidedBy ?? null, target?.decidedIn ?? null].filter((one) => one !== null);
  return [
    ...(target === null
      ? []
      : fact(
          'Cible',
          target.note === null ? target.text : `${target.text}, ${target.note}`,
          decided.length === 0 ? null : `Fixée par : ${decided.join(', ')}`,
        )),
    // Once the exercice is over, what is expected is the target.
    ...(expectedToDate === null || expectedToDate.text === target?.text
      ? []
      : fact('Attendu à date', expectedToDate.text)),
    ...(progress === null
      ? []
      : fact('Avancement', `${capitalise(progress.text)} du chemin depuis ${progress.baseline.text}`)),
    ...(costPerResult?.kind === 'cost'
      ? fact('Coût par résultat', capitalise(costPerResult.text), footnoteOf(figure))
      : []),
  ];
}

/** « Prochaine donnée attendue le 10 février 2025, pour janvier 2025 ». */
export function dueText(
  indicator: Pick<Indicator, 'frequency' | 'dueDays' | 'retiredOn'>,
  lastGiven: IsoDate | null,
  today: IsoDate,
): string | null {
  const next = nextDue(indicator, lastGiven, today);
  if (next === null) return null;
  const { start, end } = next.period;
  const about = formatPeriod({ start, end, precision: precisionOf(start, end) });
  return next.isLate
    ? sentence`Donnée attendue depuis le ${formatDate(next.due)} : ${about}`
    : sentence`Prochaine donnée attendue le ${formatDate(next.due)} : ${about}`;
}

/** The last day that any of these figures holds. */
export function lastGivenOf(history: readonly HistoryYear[]): IsoDate | null {
  const ends = history.flatMap(({ figure }) => (figure.period === null ? [] : [figure.period.end]));
  return ends.length === 0 ? null : ends.reduce((last, end) => (end > last ? end : last));
}

/** What the exercices say one after the other, latest first; under them, the days on which the definition changed. */
export function historyTable(
  history: readonly (HistoryYear & { period: ClosedPeriod })[],
  breaks: readonly SeriesBreak[],
): TableView | null {
  if (history.filter(({ figure }) => figure.empty !== 'no_measurement').length < 2) return null;
  const hasTargets = history.some(({ figure }) => figure.target !== null);
  const shown = (day: IsoDate): boolean =>
    history.some(({ period }) => overlaps(period, { start: day, end: day }));
  const broken = breaks
    .filter(({ from }) => shown(from))
    .map(({ from, reason }) => {
      const why = reason === null ? '' : ` (${uncapitalise(reason.replace(/\s*\.$/, ''))})`;
      return typographic(`Nouvelle définition au ${formatDate(from)}${why}.`);
    });
  return {
    caption: 'D’un exercice à l’autre',
    columns: [
      { label: 'Exercice', numeric: false },
      { label: 'Valeur', numeric: true },
      ...(hasTargets ? [{ label: 'Cible', numeric: true }] : []),
      { label: 'Évolution', numeric: true },
    ],
    rows: [...history]
      .reverse()
      .map(({ label, figure }) => [
        label,
        valueText(figure),
        ...(hasTargets ? [figure.target?.text ?? '–'] : []),
        figure.change === null || figure.change.kind === 'not_comparable' ? '–' : figure.change.text,
      ]),
    note: broken.length === 0 ? null : broken.join(' '),
  };
}

/** What happened, in words: a chart only has room for a label. */
export const eventsOf = (
  events: readonly ToldEvent[],
  year: number,
): { label: string; text: string | null }[] =>
  events.map((event) => ({
    label: capitalise(eventWords(event, year)),
    text: event.text === null ? null : typographic(event.text),
  }));
