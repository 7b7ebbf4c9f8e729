import type { Campaign } from '../campaigns/campaign.types.js';
import { countsSentence } from '../campaigns/campaigns.rules.js';
import {
  attainmentBars,
  comparableBars,
  monthlyLine,
  yearTimeline,
} from '../figures/chart-descriptions.rules.js';
import type { Figure, YearFigures } from '../figures/figures.types.js';
import { formatDate } from '../kernel/french-date.rules.js';
import type { IsoDate } from '../kernel/period.types.js';
import { capitalise, joinList, typographic } from '../kernel/french-text.rules.js';
import type { ChartDescription } from '../platform/charts/chart.types.js';
import type { Shape } from '../platform/views/icons.js';
import type { PageBody } from '../platform/views/page.types.js';
import type { Exercice } from '../programme/programme.types.js';
import { attentionMatters, type AttentionMatter } from './attention.rules.js';
import { chartView } from './chart-view.presenter.js';
import type {
  AttentionView,
  ContextFactView,
  DashboardView,
  StateView,
  YearChoiceView,
} from './dashboard.types.js';
import { tileOf } from './figure-tile.presenter.js';
import { parisDay } from './paris-day.js';

/** All that the dashboard of a year is made of. */
export interface DashboardInput {
  year: number;
  figures: YearFigures;
  /** The operations of the year, in the order of the bilan. */
  campaigns: Campaign[];
  /** Null for a year that has figures but was never described. */
  exercice: Exercice | null;
  /** Years that have a page of their own, oldest first. */
  years: number[];
  objectives: { year: number; items: string[] } | null;
}

const MOST_TILES = 12;
const MOST_SPANS = 12;
const MOST_LINES = 2;
/** Inner widths of the cards of eight and six columns: text in a drawing shrinks with it. */
const WIDE_TIMELINE = 728;
const WIDE_CHART = 528;

const MATTERS: Record<AttentionMatter['kind'], { shape: Shape; tone: StateView['tone'] }> = {
  missed: { shape: 'diamond', tone: 'watch' },
  held_back: { shape: 'hatched', tone: 'calm' },
  absent: { shape: 'cross', tone: 'late' },
  partial: { shape: 'half', tone: 'watch' },
  provisional: { shape: 'half', tone: 'calm' },
  qualified: { shape: 'ring', tone: 'calm' },
  unsourced: { shape: 'ring', tone: 'calm' },
  no_target: { shape: 'ring', tone: 'calm' },
};

/** Tiles beside each other so that the last row is not left with a lonely one. */
export function tileColumns(count: number): number {
  if (count <= 5) return Math.max(1, count);
  if (count % 4 === 0 || count === 7) return 4;
  return count % 3 === 0 ? 3 : 4;
}

function keyFigures(figures: readonly Figure[]): Figure[] {
  const results = figures.filter(
    (figure) => figure.subsetOf === null && figure.indicator.nature !== 'context',
  );
  const key = results.filter((figure) => figure.indicator.keyFigure);
  return (key.length > 0 ? key : results.filter((figure) => figure.amount !== null)).slice(0, MOST_TILES);
}

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

const attentionView = (matter: AttentionMatter): AttentionView => ({
  ...MATTERS[matter.kind],
  subject: matter.subject,
  text: matter.text,
});

/** The charts that these figures deserve: none is drawn to fill a place. */
function charts({ figures: { figures, monthly, year } }: DashboardInput): ChartDescription[] {
  const lines = figures
    .filter((figure) => figure.indicator.keyFigure && figure.subsetOf === null)
    .map((figure) => monthlyLine(figure, monthly.get(figure.indicator.code) ?? []))
    .filter((line) => line !== null)
    .slice(0, MOST_LINES);
  // Against their targets, results of any size compare; counts beside each other say less, and say it twice.
  const bars = attainmentBars(figures, year) ?? comparableBars(figures, year);
  return bars === null ? lines : [bars, ...lines];
}

/** The day of the newest measurement behind some figures, null without any. */
export function lastUpdateDay(figures: readonly Figure[]): IsoDate | null {
  const instants = figures
    .map((figure) => figure.provenance.lastUpdate)
    .filter((instant) => instant !== null);
  const latest = instants.sort().at(-1);
  return latest === undefined ? null : parisDay(latest);
}

/** « mis à jour le 16 décembre 2020 », for the footer. */
export function updatedText(figures: readonly Figure[]): string | null {
  const day = lastUpdateDay(figures);
  return day === null ? null : `mis à jour le ${formatDate(day)}`;
}

/** « Chiffres arrêtés au 16 décembre 2020. », or how fresh those of a year in progress are. */
function stoppedText(exercice: Exercice | null, figures: YearFigures): string {
  if (exercice?.closingDate) return `Chiffres arrêtés au ${formatDate(exercice.closingDate)}.`;
  const day = lastUpdateDay(figures.figures);
  const inProgress = exercice?.state === 'open' ? 'Exercice en cours, chiffres' : 'Chiffres';
  return day === null ? 'Aucun chiffre reçu à ce jour.' : `${inProgress} reçus au ${formatDate(day)}.`;
}

const yearChoices = (years: readonly number[], current: number): YearChoiceView[] =>
  years.map((year) => ({ year, href: `/tableau-de-bord/${year}`, current: year === current }));

/** The dashboard of a year: calm and complete whether it has targets or none. */
export function dashboardPage(input: DashboardInput): PageBody<DashboardView> {
  const { year, figures, campaigns, exercice } = input;
  const shown = keyFigures(figures.figures);
  const context = figures.figures.filter(
    (figure) => figure.indicator.nature === 'context' && figure.amount !== null,
  );
  const timeline = yearTimeline(campaigns, figures.byCampaign, year, {
    atMost: MOST_SPANS,
  });
  const title = `Tableau de bord ${year}`;
  const summary = exercice?.summary ?? null;
  const lede =
    campaigns.length === 0
      ? `Aucune opération n’est encore décrite pour ${year}.`
      : `${countsSentence(campaigns)}.`;
  return {
    title,
    description: typographic(`${title}. ${lede}`),
    section: 'dashboard',
    updated: updatedText(figures.figures),
    content: {
      kicker: exercice?.headline ? title : null,
      heading: typographic(exercice?.headline ?? title),
      lede: typographic(lede),
      summary: summary === null ? null : typographic(summary),
      stopped: stoppedText(exercice, figures),
      years: yearChoices(input.years, year),
      bilan: shown.length === 0 ? null : { action: `/bilans/${year}/brouillon`, label: 'Bilan PDF' },
      tiles: shown.map((figure) => tileOf(figure)),
      columns: tileColumns(shown.length),
      moreIndicators:
        figures.figures.length > shown.length
          ? { label: 'Tous les indicateurs', href: '/indicateurs' }
          : null,
      timeline:
        timeline === null
          ? null
          : chartView(timeline, { heading: 'L’année en opérations', widths: { wide: WIDE_TIMELINE } }),
      timelineLink: { label: 'Toutes les opérations', href: `/operations?annee=${year}` },
      attention: attentionMatters(figures, campaigns, exercice?.questionedListIsPartial ?? false).map(
        attentionView,
      ),
      charts: charts(input).map((chart) => chartView(chart, { widths: { wide: WIDE_CHART } })),
      context: context.map(contextFact),
      objectives:
        input.objectives === null || input.objectives.items.length === 0
          ? null
          : {
              heading: `Objectifs ${input.objectives.year}`,
              items: input.objectives.items.map((item) => typographic(capitalise(item))),
            },
      emptyMessage: shown.length === 0 ? `Aucun chiffre pour ${year} à ce jour.` : null,
    },
  };
}
