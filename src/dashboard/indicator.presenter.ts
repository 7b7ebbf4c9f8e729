import type { Indicator } from '../indicators/indicator.types.js';
import { monthlyLine } from '../figures/chart-descriptions.rules.js';
import type { BreakdownPart, Figure, SeriesPoint } from '../figures/figures.types.js';
import { absenceText } from '../kernel/figure-text.rules.js';
import { capitalise, typographic } from '../kernel/french-text.rules.js';
import type { PageBody } from '../platform/views/page.types.js';
import { campaignHref } from './campaign-words.js';
import { chartView } from './chart-view.presenter.js';
import { updatedText } from './freshness.presenter.js';
import type { ChartView, LinkView, TileView } from './dashboard.types.js';
import { tileOf } from './figure-tile.presenter.js';
import { levelLabel, natureWords, timeWords } from './indicator-words.js';

interface BreakdownView {
  caption: string;
  label: string;
  rows: [label: string, value: string][];
}

export interface IndicatorView {
  heading: string;
  lede: string;
  tile: TileView | null;
  facts: { term: string; values: string[]; links: LinkView[] }[];
  note: string | null;
  chart: ChartView | null;
  breakdowns: BreakdownView[];
}

export interface IndicatorInput {
  indicator: Indicator;
  parent: Indicator | null;
  children: Indicator[];
  /** The figure of the year shown; null before any. */
  figure: Figure | null;
  points: SeriesPoint[];
  year: number;
}

const CHART_WIDTH = 700;

const DIMENSIONS: Record<BreakdownPart['dimension'], { caption: string; label: string }> = {
  campaign: { caption: 'Par opération', label: 'Opération' },
  territory: { caption: 'Par territoire', label: 'Territoire' },
  channel: { caption: 'Par canal', label: 'Canal' },
  organisation: { caption: 'Par organisme', label: 'Organisme' },
  month: { caption: 'Par mois', label: 'Mois' },
};

function breakdownsOf(figure: Figure | null, withoutMonths: boolean): BreakdownView[] {
  const parts = figure?.breakdown ?? [];
  return (Object.keys(DIMENSIONS) as BreakdownPart['dimension'][]).flatMap((dimension) => {
    const slices = parts.filter((part) => part.dimension === dimension);
    if (slices.length === 0 || (dimension === 'month' && withoutMonths)) return [];
    const rows = slices.map((slice): [string, string] => [
      typographic(capitalise(slice.label)),
      slice.amount === null && slice.absence !== null ? absenceText(slice.absence) : slice.text,
    ]);
    return [{ ...DIMENSIONS[dimension], rows }];
  });
}

function factsOf({ indicator, parent, children, figure }: IndicatorInput): IndicatorView['facts'] {
  const nature = natureWords(indicator.nature);
  const fact = (term: string, ...values: string[]): IndicatorView['facts'] => [
    { term, values: values.map(typographic), links: [] },
  ];
  const linked = (term: string, links: LinkView[]): IndicatorView['facts'] =>
    links.length === 0 ? [] : [{ term, values: [], links }];
  const toIndicator = ({ name, slug }: Indicator): LinkView => ({
    label: typographic(name),
    href: `/indicateurs/${slug}`,
  });
  const sources = figure?.provenance.sources ?? [];
  return [
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
    ...(sources.length === 0
      ? []
      : fact(sources.length > 1 ? 'Sources' : 'Source', ...sources.map(capitalise))),
  ];
}

/** One indicator: its value of the year, how it is counted, its months and its parts. */
export function indicatorPage(input: IndicatorInput): PageBody<IndicatorView> {
  const { indicator, figure, points, year } = input;
  const name = typographic(indicator.name);
  const line = figure === null ? null : monthlyLine(figure, points);
  const said = figure === null || figure.empty === 'no_measurement' ? null : figure.sentence;
  const lede =
    indicator.definition !== null
      ? typographic(capitalise(indicator.definition))
      : said === null
        ? `Pas encore de valeur pour ${year}.`
        : `${typographic(capitalise(said))}.`;
  return {
    title: name,
    description: typographic(`${indicator.name}. ${said === null ? lede : `${capitalise(said)}.`}`),
    section: 'indicators',
    updated: figure === null ? null : updatedText([figure]),
    content: {
      heading: name,
      lede,
      tile: figure === null ? null : tileOf(figure, { name: `En ${year}` }),
      facts: factsOf(input),
      note: indicator.note === null ? null : typographic(capitalise(indicator.note)),
      chart: line === null ? null : chartView(line, { widths: { wide: CHART_WIDTH } }),
      breakdowns: breakdownsOf(figure, line !== null),
    },
  };
}
