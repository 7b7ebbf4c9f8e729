import type { Absence, Amount, Marking, Rate, RateResult, Wording } from '../kernel/figure.types.js';
import type { IsoDate, Precision } from '../kernel/period.types.js';
import type { Nature } from '../indicators/indicator.types.js';
import type { Opinion } from '../targets/opinion.types.js';
import type { TargetPath } from '../targets/target.types.js';

/** Where an indicator or campaign stands against its target; `no_target` is a calm, complete answer. */
export const ASSESSMENTS = [
  'reached',
  'on_track',
  'watch',
  'late',
  'no_target',
  'undetermined',
  'not_started',
] as const;
export type Assessment = (typeof ASSESSMENTS)[number];

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

/** Where a figure should stand at its date on the way to its target. */
export interface ExpectedView {
  amount: Amount;
  /** « 625 ». */
  text: string;
  path: TargetPath;
}

/** What a month should bring, and where its end should find the figure, on the way to the target. */
export interface MonthlyTarget {
  /** `2020-04`. */
  period: string;
  /** At the end of the month. */
  expected: Amount;
  expectedText: string;
  /** Of the month alone; the same as `expected` for stocks and rates, which do not add up. */
  own: Amount;
  ownText: string;
}

/** How far from where things stood to what is aimed at: « taux d’avancement ». */
export interface ProgressView {
  baseline: { amount: Amount; text: string };
  rate: RateResult;
  text: string;
}

/** What the committee or the pilot thinks, beside the computed assessment: « avis ». */
export interface OpinionView {
  opinion: Opinion;
  /** « Serein ». */
  label: string;
  reason: string | null;
  givenOn: IsoDate;
  /** The session in which it was given, in words. */
  givenIn: string | null;
  contradicts: boolean;
}

/** The same figure in another exercice, over the same days of it. */
export interface PreviousView {
  year: number;
  at: IsoDate;
  amount: Amount | null;
  /** « 320 ». */
  text: string;
  /** « à date comparable » while the year runs, null for whole exercices. */
  window: string | null;
}

/** From the previous figure to this one. */
export type ChangeView =
  | { kind: 'percent'; rate: Rate; text: string }
  /** A difference in the indicator's own unit, « +12 », or in points for rates. */
  | { kind: 'difference' | 'points'; amount: Amount; text: string }
  | { kind: 'not_comparable'; reason: NotComparableReason; text: string };
export const NOT_COMPARABLE = [
  'no_previous',
  'no_value',
  'definition_changed',
  'other_perimeter',
  'partial',
  'not_additive',
] as const;
export type NotComparableReason = (typeof NOT_COMPARABLE)[number];

/** Why a figure has no amount although something was said or asked. */
export type EmptyReason = 'no_measurement' | 'absent' | 'not_additive';

export interface TargetView {
  amount: Amount;
  /** « 10 000 ». */
  text: string;
  decidedBy: string | null;
  /** « séance du 16 décembre 2020 ». */
  decidedIn: string | null;
  /** Null when several targets make it. */
  version: number | null;
  /** « somme des cibles trimestrielles », null for a target that stands alone. */
  note: string | null;
}

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
