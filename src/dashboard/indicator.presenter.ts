import type { Indicator, IndicatorVersion, SeriesBreak } from '../indicators/indicator.types.js';
import { drawnEvents, type ToldEvent } from '../figures/chart-events.rules.js';
import { monthlyLine, yearlyLine } from '../figures/chart-descriptions.rules.js';
import type { LineCompanions } from '../figures/monthly-line.rules.js';
import type { Figure, SeriesPoint } from '../figures/figures.types.js';
import type { HistoryYear } from '../figures/yearly-line.rules.js';
import { formatDate } from '../kernel/french-date.rules.js';
import { capitalise, typographic } from '../kernel/french-text.rules.js';
import type { ClosedPeriod, IsoDate } from '../kernel/period.types.js';
import type { PageBody } from '../platform/views/page.types.js';
import type { Exercice } from '../programme/programme.types.js';
import { campaignHref } from './campaign-words.js';
import { chartView } from './chart-view.presenter.js';
import { updatedText } from './freshness.presenter.js';
import type { ChartView, LinkView, TileView } from './dashboard.types.js';
import { tileOfYear } from './figure-tile.presenter.js';
import {
  breakdownsOf,
  dueText,
  eventsOf,
  type FactView,
  historyTable,
  lastGivenOf,
  standingOf,
  type TableView,
} from './indicator-details.presenter.js';
import { type DefinitionView, definitionViews, retirementView } from './indicator-definitions.presenter.js';
import { documentsOf } from './indicator-documents.presenter.js';
import { frequencyWords, levelLabel, natureWords, timeWords } from '../indicators/indicator-words.rules.js';
import { type ChoiceView, yearChoices } from './year-choices.presenter.js';

export interface IndicatorView {
  heading: string;
  /** « Compté jusqu’au 31 décembre 2021 ». */
  retired: string | null;
  lede: string;
  action: string;
  years: ChoiceView[];
  comparisons: ChoiceView[];
  tile: TileView | null;
  /** Where the figure comes from; null where there is none. */
  provenance: LinkView | null;
  /** What the value is read against. */
  standing: FactView[];
  facts: FactView[];
  note: string | null;
  /** What a reader must know before trusting the figure. */
  issues: string[];
  chart: ChartView | null;
  events: { label: string; text: string | null }[];
  breakdowns: TableView[];
  history: TableView | null;
  /** Newest first; empty while there was only one. */
  definitions: DefinitionView[];
  documents: LinkView[];
}

export interface IndicatorInput {
  indicator: Indicator;
  parent: Indicator | null;
  children: Indicator[];
  /** The figure of the year shown; null before any. */
  figure: Figure | null;
  points: SeriesPoint[];
  year: number;
  /** Exercices that have a page, those that have figures, oldest first, and the one compared with. */
  years: number[];
  measured: readonly number[];
  /** What each of these is called. */
  labels: ReadonlyMap<number, string>;
  comparedWith: number | null;
  companions: LineCompanions;
  /** The latest exercices, oldest first. */
  history: (HistoryYear & { period: ClosedPeriod })[];
  breaks: SeriesBreak[];
  /** Definitions that it has had, oldest first, and the names of who wrote them for readers who may know. */
  versions: readonly IndicatorVersion[];
  authors: ReadonlyMap<string, string> | null;
  /** Those that have a bilan. */
  exercices: readonly Pick<Exercice, 'year' | 'state'>[];
  events: ToldEvent[];
  today: IsoDate;
}

const CHART_WIDTH = 700;

function factsOf(input: IndicatorInput): FactView[] {
  const { indicator, parent, children, figure, history, today } = input;
  const nature = natureWords(indicator.nature);
  const fact = (term: string, ...values: (string | null)[]): FactView[] => {
    const said = values.filter((value) => value !== null);
    return said.length === 0 ? [] : [{ term, values: said.map(typographic), links: [] }];
  };
  const linked = (term: string, links: LinkView[]): FactView[] =>
    links.length === 0 ? [] : [{ term, values: [], links }];
  const toIndicator = ({ name, slug }: Indicator): LinkView => ({
    label: typographic(name),
    href: `/indicateurs/${slug}`,
  });
  const prose = (text: string | null): string | null => (text === null ? null : capitalise(text));
  const sources = figure?.provenance.sources ?? [];
  const frequency = indicator.frequency === null ? null : frequencyWords(indicator.frequency);
  return [
    ...fact('Définition', prose(indicator.definition), versionText(indicator)),
    ...fact('Méthode', prose(indicator.method)),
    ...fact('Unité', capitalise(indicator.unit)),
    ...fact('Nature', nature.label, nature.explanation),
    ...fact('Total de l’année', timeWords(indicator.aggregationTime)),
    ...fact('Niveau', levelLabel(indicator.chainLevel)),
    ...linked('Partie de', parent === null ? [] : [toIndicator(parent)]),
    ...linked('Dont', children.map(toIndicator)),
    ...linked(
      (figure?.campaigns.length ?? 0) > 1 ? 'Opérations' : 'Opération',
      (figure?.campaigns ?? []).map((campaign) => ({
        label: typographic(campaign.name),
        href: campaignHref(campaign),
      })),
    ),
    ...fact('Produit par', prose(indicator.producer)),
    ...fact('Suivi par', prose(indicator.owner)),
    ...fact('Fréquence', frequency, dueText(indicator, lastGivenOf(history), today)),
    ...fact(sources.length > 1 ? 'Sources' : 'Source', ...sources.map(capitalise)),
  ];
}

/** « Deuxième version, depuis le 1er janvier 2024 »; the first one is no news. */
const versionText = ({ version, validFrom }: Indicator): string | null =>
  version < 2
    ? null
    : `Version ${version} de la définition${validFrom === null ? '' : `, depuis le ${formatDate(validFrom)}`}`;

function chartOf(input: IndicatorInput): ChartView | null {
  const { figure, points, companions, history } = input;
  const line = (figure === null ? null : monthlyLine(figure, points, companions)) ?? yearlyLine(history);
  return line === null ? null : chartView(line, { widths: { wide: CHART_WIDTH } });
}

/** The value in a sentence, and what it means: the first thing that is read. */
function ledeOf({ figure, year, labels }: IndicatorInput): string {
  if (figure === null || figure.empty === 'no_measurement')
    return `Pas encore de valeur pour ${labels.get(year) ?? year}.`;
  const said = typographic(capitalise(figure.sentence));
  const state =
    figure.target === null || figure.amount === null ? '' : ` ${capitalise(figure.assessmentText)}.`;
  return typographic(`${said}.${state}`);
}

/** One indicator: its value of the year, what it is read against, how it is counted, its months and its parts. */
export function indicatorPage(input: IndicatorInput): PageBody<IndicatorView> {
  const { indicator, figure, year } = input;
  const name = typographic(indicator.name);
  const chart = chartOf(input);
  const isMonthly = chart?.id.startsWith('mois-') === true;
  const lede = ledeOf(input);
  return {
    title: name,
    description: typographic(`${indicator.name}. ${lede}`),
    section: 'indicators',
    updated: figure === null ? null : updatedText([figure]),
    content: {
      heading: name,
      retired: retirementView(indicator),
      lede,
      action: `/indicateurs/${indicator.slug}`,
      years: yearChoices(input.years, input.labels, year),
      comparisons: yearChoices(
        input.measured.filter((one) => one !== year),
        input.labels,
        input.comparedWith,
      ),
      tile: figure === null ? null : tileOfYear(figure, input.labels.get(year) ?? String(year)),
      provenance:
        figure === null || figure.empty === 'no_measurement'
          ? null
          : {
              label: 'D’où vient ce chiffre\u202f?',
              href: `/indicateurs/${indicator.slug}/provenance?annee=${year}`,
            },
      standing: standingOf(figure),
      facts: factsOf(input),
      note: indicator.note === null ? null : typographic(capitalise(indicator.note)),
      issues: (figure?.issues ?? []).map(({ text }) => text),
      chart,
      events: eventsOf(drawnEvents(input.events, indicator.code), year),
      breakdowns: breakdownsOf(figure, indicator, isMonthly),
      history: historyTable(input.history, input.breaks),
      definitions: definitionViews(input.versions, input.authors),
      documents: documentsOf(input.history, input.parent, input.exercices),
    },
  };
}
