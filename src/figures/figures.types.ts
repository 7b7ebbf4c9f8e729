import type { Absence, Amount, Marking, RateResult, Wording } from '../kernel/figure.types.js';
import type { ClosedPeriod, IsoDate, Precision } from '../kernel/period.types.js';
import type { CostKind, Direction, Nature } from '../indicators/indicator.types.js';
import type { CostPerResult } from './figure-cost.types.js';
import type { ChangeView, PreviousView } from './figure-comparison.types.js';
import type { Perimeter } from './perimeter.rules.js';
import type {
  Assessment,
  ExpectedView,
  MonthlyTarget,
  OpinionView,
  ProgressView,
  TargetView,
} from './figure-standing.types.js';

export interface Provenance {
  /** How many measurements the figure rests on. */
  measurements: number;
  /** Their sources, in words, each once, in French order. */
  sources: string[];
  /** ISO instant of the newest of them, null without any. */
  lastUpdate: string | null;
}

/** One slice of a figure, given beside a declared total or adding up to it: never added twice. */
export interface BreakdownPart {
  dimension: 'campaign' | 'territory' | 'channel' | 'organisation' | 'month';
  /** Code of the slice, or `2020-04` for a month. */
  key: string;
  label: string;
  amount: Amount | null;
  absence: Absence | null;
  /** « plus de 9 000 ». */
  text: string;
  marking: Marking;
}

/**
 * Something that a reader must know before trusting a figure. `measurements` are identifiers, for whoever may read them.
 * - `overlapping_periods`: periods of one key share days; they were not added twice.
 * - `parts_differ`: parts and declared total, or days and month, do not say the same.
 * - `exceeds_parent`, `exceeds_chain`: a « dont » or a step of a chain is larger than what holds it.
 * - `not_increasing`: a running total went down without starting again.
 * - `too_old`: the last known value is older than the indicator allows.
 */
export const FIGURE_ISSUES = [
  'overlapping_periods',
  'parts_differ',
  'exceeds_parent',
  'exceeds_chain',
  'not_increasing',
  'too_old',
] as const;
export interface FigureIssue {
  kind: (typeof FIGURE_ISSUES)[number];
  /** A French sentence, with its final stop. */
  text: string;
  measurements: number[];
}

/** Why a figure has no amount although something was said or asked. */
export type EmptyReason = 'no_measurement' | 'absent' | 'not_additive';

/**
 * A figure: the answer of the one service that adds up measurements. Pages, API, exports and bilan all read it.
 * Amounts are integers in the indicator's smallest unit; texts are French, already spaced.
 */
export interface Figure {
  indicator: {
    code: string;
    slug: string;
    name: string;
    shortName: string;
    nature: Nature;
    keyFigure: boolean;
    direction: Direction;
    costKind: CostKind | null;
    unit: string;
    definition: string | null;
    note: string | null;
    wording: Wording;
  };
  /** When the figure is that of one campaign. */
  campaign: { code: string; slug: string; name: string } | null;
  year: number;
  /** Valid time: measurements whose period ends after it do not count. */
  at: IsoDate;
  amount: Amount | null;
  empty: EmptyReason | null;
  absence: { kind: Absence; note: string | null } | null;
  /** What is certain of a figure that does not add up: its largest part, « au moins 1 200 ». */
  lowerBound: Amount | null;
  marking: Marking;
  /** « plus de », or null. */
  qualifierText: string | null;
  /** The number alone as printed, with its symbol: « 13 000 », « +6 % », « entre 200 et 250 ». Null when empty. */
  numberText: string | null;
  /** Number and label: « plus de 13 000 vues sur les réseaux sociaux »; says the absence when empty. */
  text: string;
  /** A sentence without final stop: « 450 visiteurs ont été accueillis sur le stand, dont 150 avec un projet de mobilité ». */
  sentence: string;
  /** Total made of fewer parts than expected. */
  partial: { given: number; expected: number; text: string } | null;
  /** The « dont »: figures of subset indicators over the same scope. */
  subsets: Figure[];
  /** This figure's indicator is itself a « dont » of that one. */
  subsetOf: string | null;
  breakdown: BreakdownPart[];
  /** The slices it rests on: another year's figure compares when they are the same. */
  perimeter: Perimeter;
  /** Campaigns it comes from, in the year's order: for « Les spots du Lot, été 2020 ». */
  campaigns: { code: string; slug: string; name: string; shortName: string }[];
  /** The span of the measurements that made it. */
  period: { start: IsoDate; end: IsoDate; precision: Precision; text: string } | null;
  target: TargetView | null;
  attainment: { rate: RateResult; text: string } | null;
  /** Share of the parent for a « dont »: « 33 % ». */
  shareOfParent: { rate: RateResult; text: string } | null;
  assessment: Assessment;
  /** « Cible 10 000 atteinte (130 %) », « 83 % de la cible de 300 », « Pas de cible définie ». */
  assessmentText: string;
  expectedToDate: ExpectedView | null;
  progress: ProgressView | null;
  opinion: OpinionView | null;
  previous: PreviousView | null;
  change: ChangeView | null;
  /** Of a campaign's key results, when its spending is known. */
  costPerResult: CostPerResult | null;
  issues: FigureIssue[];
  provenance: Provenance;
}

/** Points of an indicator through time. */
export interface SeriesPoint {
  /** `2020-04` or `2020`. */
  period: string;
  amount: Amount | null;
  absence: Absence | null;
  text: string;
  marking: Marking;
}

/** All that a page or a bilan needs of a year, computed in one go. */
export interface YearFigures {
  year: number;
  /** The exercice with which they are compared, null without any. */
  comparedWith: number | null;
  /** The days of the exercice. */
  period: ClosedPeriod;
  at: IsoDate;
  /** One per indicator, in order; context and subset indicators included. */
  figures: Figure[];
  /** By campaign code: the figures of that campaign alone, only for indicators it measures. */
  byCampaign: Map<string, Figure[]>;
  /** Monthly points of the year for indicators measured by month, by indicator code. */
  monthly: Map<string, SeriesPoint[]>;
  /** What each month of the exercice should bring, for indicators with a target, by indicator code. */
  monthlyTargets: Map<string, MonthlyTarget[]>;
  /** Instant of the last change among everything shown: dates drafts. */
  lastChange: string | null;
}
