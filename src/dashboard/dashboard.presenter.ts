import type { Campaign } from '../campaigns/campaign.types.js';
import { countsSentence } from '../campaigns/campaigns.rules.js';
import { yearTimeline } from '../figures/chart-descriptions.rules.js';
import type { ToldEvent } from '../figures/chart-events.rules.js';
import type { Figure, YearFigures } from '../figures/figures.types.js';
import { typographic } from '../kernel/french-text.rules.js';
import type { Shape } from '../platform/views/icons.js';
import type { PageBody } from '../platform/views/page.types.js';
import { exerciceLabel } from '../programme/exercice.rules.js';
import type { Exercice } from '../programme/programme.types.js';
import { attentionMatters, type AttentionMatter } from './attention.rules.js';
import { chartView } from './chart-view.presenter.js';
import { comparisonChoice } from './comparison.presenter.js';
import { cardColumns, type Objectives } from './dashboard-cards.presenter.js';
import type { AttentionView, DashboardView, StateView, YearChoiceView } from './dashboard.types.js';
import { tileOf } from './figure-tile.presenter.js';
import { stoppedText, updatedText } from './freshness.presenter.js';

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
  /** Those that have figures. */
  measured: readonly number[];
  /** « 2020 », « 2020-2021 » for one that stands in two civil years. */
  labels: ReadonlyMap<number, string>;
  objectives: Objectives | null;
  /** What happened in it, of what everybody may see. */
  events: ToldEvent[];
}

const MOST_TILES = 12;
const MOST_SPANS = 12;
/** Inner width of a card of eight columns: text in a drawing shrinks with it. */
const WIDE_TIMELINE = 728;

const MATTERS: Record<AttentionMatter['kind'], { shape: Shape; tone: StateView['tone'] }> = {
  missed: { shape: 'diamond', tone: 'watch' },
  held_back: { shape: 'hatched', tone: 'calm' },
  absent: { shape: 'cross', tone: 'late' },
  issue: { shape: 'diamond', tone: 'watch' },
  partial: { shape: 'half', tone: 'watch' },
  provisional: { shape: 'half', tone: 'calm' },
  qualified: { shape: 'ring', tone: 'calm' },
  unsourced: { shape: 'ring', tone: 'calm' },
  awaited: { shape: 'ring', tone: 'calm' },
  no_target: { shape: 'ring', tone: 'calm' },
};

/** Tiles beside each other so that the last row is not left with a lonely one; seven are four, then three wider ones. */
export function tileColumns(count: number): number {
  if (count <= 5) return Math.max(1, count);
  if (count === 7) return 7;
  if (count % 4 === 0) return 4;
  return count % 3 === 0 ? 3 : 4;
}

function keyFigures(figures: readonly Figure[]): Figure[] {
  const results = figures.filter(
    (figure) =>
      figure.subsetOf === null && figure.indicator.nature !== 'context' && figure.empty !== 'no_measurement',
  );
  const key = results.filter((figure) => figure.indicator.keyFigure);
  return (key.length > 0 ? key : results.filter((figure) => figure.amount !== null)).slice(0, MOST_TILES);
}

const attentionView = (matter: AttentionMatter): AttentionView => ({
  ...MATTERS[matter.kind],
  subject: matter.subject,
  text: matter.text,
});

const yearChoices = ({ years, labels }: DashboardInput, current: number): YearChoiceView[] =>
  years.map((year) => ({
    label: labels.get(year) ?? String(year),
    href: `/tableau-de-bord/${year}`,
    current: year === current,
  }));

/** The dashboard of a year: calm and complete whether it has targets or none. */
export function dashboardPage(input: DashboardInput): PageBody<DashboardView> {
  const { year, figures, campaigns, exercice } = input;
  const shown = keyFigures(figures.figures);
  const timeline = yearTimeline(campaigns, figures.byCampaign, year, {
    days: figures.period,
    atMost: MOST_SPANS,
    events: input.events,
  });
  const label = exerciceLabel(figures.period);
  const title = `Tableau de bord ${label}`;
  const summary = exercice?.summary ?? null;
  const lede =
    campaigns.length === 0
      ? `Aucune opération n’est encore décrite pour ${label}.`
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
      years: yearChoices(input, year),
      comparison: comparisonChoice(input, figures.comparedWith),
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
      columnsOfCards: cardColumns(input.figures, input.objectives, campaigns, input.events),
      emptyMessage: shown.length === 0 ? `Aucun chiffre pour ${label} à ce jour.` : null,
    },
  };
}
