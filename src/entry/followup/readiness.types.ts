import type { EntryPeriod } from '../plan/entry-period.rules.js';
import type { ExpectedFigure } from '../plan/expected-figure.types.js';

/** Who is to give a figure: `person:12`, `organisation:CCI46` or `team`. */
export type OwnerKey = string;

/** How far a figure has come; a sum of shorter periods is as far as the least of them. */
export type Standing = 'missing' | 'draft' | 'submitted' | 'returned' | 'validated';

/** One figure on its way, as far as readiness goes. */
export interface JudgedFigure {
  standing: Standing;
  /** A value was given without saying where it comes from. */
  lacksSource: boolean;
  /** What surprises in it and nobody explained. */
  doubts: number;
}

/** One figure that is awaited, or on its way. */
export interface OwedFigure extends JudgedFigure {
  row: ExpectedFigure;
  period: EntryPeriod;
  owner: OwnerKey;
  /** Still to be given or put right after its last day. */
  isLate: boolean;
}

/** How ready figures are, and what they lack. */
export interface Readiness {
  expected: number;
  given: number;
  validated: number;
  missing: number;
  missingSources: number;
  returned: number;
  /** Given, and neither validated nor sent back. */
  waiting: number;
  doubts: number;
  /** From 0 to 100; 100 only when nothing is missing; null when nothing is awaited. */
  percent: number | null;
}

/** How far figures are, in one line: for the team alone. */
export interface ReadinessLineView {
  /** « Septembre 2020, prêt à 78 % : 6 chiffres, 2 sources manquent. »; that nothing is awaited, where nothing is. */
  text: string;
  href: string;
}
