import type { ReadinessLineView } from '../entry/followup/readiness.types.js';

/** The page of one bilan: what its document would say today. */
export interface BilanPage {
  heading: string;
  kicker: string;
  lede: string;
  /** « Chiffres arrêtés au 16 décembre 2020. » */
  closing: string;
  /** The figures that count most, in words. */
  keyFigures: string[];
  /** Titles of the parts of the document. */
  contents: string[];
  /** The button that makes the document; null while there is nothing to put in it. */
  draft: { action: string; label: string } | null;
  dashboard: { label: string; href: string };
  /** For the team: what its figures still lack. */
  readiness: ReadinessLineView | null;
}

/** One exercice in the list of bilans. */
export interface BilanListRow {
  year: number;
  href: string;
  label: string;
  state: { label: string; tone: 'good' | 'calm' };
  closing: string;
  /** For the team: what its figures still lack. */
  readiness: ReadinessLineView | null;
}

export interface BilansPage {
  rows: BilanListRow[];
}
