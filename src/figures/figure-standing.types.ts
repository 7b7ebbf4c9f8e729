import type { Amount, RateResult } from '../kernel/figure.types.js';
import type { IsoDate } from '../kernel/period.types.js';
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
