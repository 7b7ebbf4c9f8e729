import { exerciceLabel, nextExerciceLabel } from '../programme/exercice.rules.js';
import { attainmentBars, comparableBars, monthlyLine } from '../figures/chart-descriptions.rules.js';
import type { ToldEvent } from '../figures/chart-events.rules.js';
import type { Figure, YearFigures } from '../figures/figures.types.js';
import { capitalise, joinList, typographic } from '../kernel/french-text.rules.js';
import type { ChartDescription, LineChart } from '../platform/charts/chart.types.js';
import { placeCards } from './card-columns.rules.js';
import { costsView } from './costs.presenter.js';
import { chartView } from './chart-view.presenter.js';
import type { CardColumnView, CardView, ContextFactView } from './dashboard.types.js';

/** What the committee set for the next year. */
export interface Objectives {
  year: number;
  items: string[];
}

const MOST_LINES = 1;
/** Inner width of a card of six columns: text in a drawing shrinks with it. */
const WIDE_CHART = 528;
/** Heights in a card: what surrounds a drawing, one bar, a whole line chart. */
const CHART_ROOM = 190;
const BAR_ROOM = 46;
/** Beyond a dozen, bars are drawn closer. */
const MANY_BARS = 12;
const TIGHT_BAR_ROOM = 27;
const LINE_ROOM = 260;
const EVENT_ROOM = 19;

function contextFact(figure: Figure): ContextFactView {
  const number = figure.numberText ?? '';
  const start = figure.qualifierText === null ? number : `${figure.qualifierText} ${number}`;
  const text = figure.text.startsWith(start) ? figure.text.slice(start.length).trim() : figure.indicator.name;
  const { note } = figure.indicator;
  const { sources } = figure.provenance;
  const said = note ?? (sources.length === 0 ? 'source non précisée' : null);
  return {
    number: start,
    text: typographic(text === '' ? figure.indicator.name : text),
    caveat: said === null ? typographic(`Source : ${joinList(sources)}`) : typographic(capitalise(said)),
  };
}

const toldMonths = (line: LineChart): number =>
  line.series[0]?.points.filter((point) => point !== null).length ?? 0;

/** The charts that these figures deserve: none is drawn to fill a place. */
function charts(
  { figures, monthly, monthlyTargets, period }: YearFigures,
  events: readonly ToldEvent[],
): ChartDescription[] {
  const lines = figures
    .filter((figure) => figure.indicator.keyFigure && figure.subsetOf === null)
    .map((figure) => {
      const { code } = figure.indicator;
      return monthlyLine(figure, monthly.get(code) ?? [], {
        targets: monthlyTargets.get(code) ?? [],
        events,
      });
    })
    .filter((line) => line !== null)
    .sort((one, other) => toldMonths(other) - toldMonths(one))
    .slice(0, MOST_LINES);
  const label = exerciceLabel(period);
  // Against their targets, results of any size compare; counts beside each other say less, and say it twice.
  const bars = attainmentBars(figures, label) ?? comparableBars(figures, label);
  return bars === null ? lines : [bars, ...lines];
}

const eventsOf = (chart: ChartDescription): number => ('events' in chart ? (chart.events ?? []).length : 0);

/** The cards under the timeline, with the room that each is expected to take. */
function cards(year: YearFigures, objectives: Objectives | null, events: readonly ToldEvent[]): CardView[] {
  const drawn = charts(year, events).map((chart): CardView => ({
    kind: 'chart',
    chart: chartView(chart, { widths: { wide: WIDE_CHART } }),
    height:
      CHART_ROOM +
      (chart.kind === 'bars'
        ? chart.bars.length * (chart.bars.length > MANY_BARS ? TIGHT_BAR_ROOM : BAR_ROOM)
        : LINE_ROOM + eventsOf(chart) * EVENT_ROOM),
  }));
  const facts = year.figures
    .filter((figure) => figure.indicator.nature === 'context' && figure.amount !== null)
    .map(contextFact);
  const context: CardView = { kind: 'context', facts, height: 100 + Math.ceil(facts.length / 2) * 130 };
  const items = (objectives?.items ?? []).map((item) => typographic(capitalise(item)));
  const next: CardView = {
    kind: 'objectives',
    heading: `Objectifs ${nextExerciceLabel(year.period)}`,
    items,
    height: 80 + items.length * 45,
    mayGoUnder: true,
  };
  return [...drawn, ...(facts.length === 0 ? [] : [context]), ...(items.length === 0 ? [] : [next])];
}

/** The cards in two columns that end together; one alone, or what reads better under both, takes the whole width. */
export function cardColumns(
  year: YearFigures,
  objectives: Objectives | null,
  campaigns: readonly { code: string; shortName: string }[],
  events: readonly ToldEvent[],
): CardColumnView[] {
  const { columns, under } = placeCards(cards(year, objectives, events));
  const filled = columns.filter((column) => column.length > 0);
  const costs = costsView(year, campaigns);
  return [
    ...filled.map((column) => ({ cards: column, wide: filled.length === 1 })),
    ...(costs === null ? [] : [{ cards: [{ kind: 'costs', table: costs, height: 0 } as const], wide: true }]),
    ...under.map((card) => ({ cards: [card], wide: true })),
  ];
}
