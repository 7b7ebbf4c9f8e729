import type { ReadinessLineView } from '../entry/followup/readiness.types.js';
import type { Shape } from '../platform/views/icons.js';

/** A state as pages show it: a word and a shape, which a colour may repeat. */
export interface StateView {
  word: string;
  shape: Shape;
  tone: 'good' | 'watch' | 'late' | 'calm';
}

/** What the committee or the pilot thinks, beside the computed state. */
export interface OpinionMarkView extends StateView {
  /** « séance du 16 décembre 2020 ». */
  when: string;
  reason: string | null;
  /** It says the contrary of what is computed. */
  contradicts: boolean;
}

/** A link whose text is enough to know where it goes. */
export interface LinkView {
  label: string;
  href: string;
}

/** « dont 150 avec un projet de mobilité (33 %) », the number apart so that it can stand out. */
export interface SubsetView {
  number: string;
  label: string;
}

/** One figure: its name, its number with the qualifier, and what must be known to read it. */
/** How much of a target is reached: filled as far as is certain, hatched as far as is possible, both from 0 to 100. */
export interface MeterView {
  certain: number;
  possible: number;
  /** What the hatch says, for who does not see it; null without one. */
  text: string | null;
}

export interface TileView {
  name: string;
  /** Page of the indicator, null on that very page. */
  href: string | null;
  qualifier: string | null;
  number: string | null;
  /** Long numbers are set smaller rather than broken. */
  long: boolean;
  /** Stands in place of the number: « Non communiqué ». */
  empty: string | null;
  subsets: SubsetView[];
  /** « Les spots du Lot », été 2020. */
  context: string | null;
  /** « 320 en 2019 (près de +25 %) », its shape repeating the sign; null without anything to compare with. */
  comparison: StateView | null;
  /** « Total partiel : 3 partenaires sur 4 ». */
  partial: string | null;
  /** « Chiffre provisoire ». */
  badge: string | null;
  /** Null without target. */
  meter: MeterView | null;
  state: StateView | null;
  opinion: OpinionMarkView | null;
  /** « Source : Communiqué du 17 décembre 2020 », « 2 sources ». */
  source: string;
  /** Page of the measurements behind the figure; null without any. */
  provenance: string | null;
}

/** A chart ready for `partials/chart`. */
export interface ChartView {
  id: string;
  title: string;
  subtitle: string;
  source: string | null;
  svg: string;
  /** The description, escaped for a script element. */
  json: string;
  table: { caption: string; columns: { label: string; numeric: boolean }[]; rows: string[][] };
  tableLabel: string;
}

/** One line of « À l’attention du comité ». */
export interface AttentionView {
  shape: Shape;
  tone: StateView['tone'];
  subject: string;
  text: string;
}

/** A fact about the country around, never a result of the programme. */
export interface ContextFactView {
  number: string;
  text: string;
  caveat: string | null;
}

/** What operations cost: the first column names them, the last row adds them up. */
export interface CostsTableView {
  columns: { label: string; numeric: boolean }[];
  rows: string[][];
  footnote: string;
}

/** A card of the dashboard, and how much room it is expected to take. */
export type CardView = { height: number; mayGoUnder?: boolean } & (
  | { kind: 'chart'; chart: ChartView }
  | { kind: 'context'; facts: ContextFactView[] }
  | { kind: 'costs'; table: CostsTableView }
  | { kind: 'objectives'; heading: string; items: string[] }
);

/** A column of cards; a wide one stands under both, or alone. */
export interface CardColumnView {
  cards: CardView[];
  wide: boolean;
}

export interface YearChoiceView {
  /** « 2020 », « 2020-2021 ». */
  label: string;
  href: string;
  current: boolean;
}

/** The select « Comparer à », a form that works without script. */
export interface ComparisonChoiceView {
  action: string;
  options: { value: string; label: string; selected: boolean }[];
}

export interface DashboardView {
  /** Only on the pages of the team, which are nobody else's. */
  readiness?: ReadinessLineView;
  kicker: string | null;
  heading: string;
  lede: string;
  /** « Chiffres arrêtés au 16 décembre 2020. » */
  stopped: string;
  summary: string | null;
  years: YearChoiceView[];
  /** Null when no other exercice has figures. */
  comparison: ComparisonChoiceView | null;
  bilan: { action: string; label: string } | null;
  tiles: TileView[];
  /** How many tiles stand beside each other on a wide page. */
  columns: number;
  moreIndicators: LinkView | null;
  timeline: ChartView | null;
  timelineLink: LinkView;
  attention: AttentionView[];
  /** The cards under the timeline. */
  columnsOfCards: CardColumnView[];
  /** Said in place of tiles when nothing was measured. */
  emptyMessage: string | null;
}
