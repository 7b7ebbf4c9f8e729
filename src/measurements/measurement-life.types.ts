import type { DataCaller } from '../accounts/account.types.js';
import type { InputIssue } from '../kernel/domain-error.js';
import type { StoredMeasurement } from './measurement-batch.types.js';
import type { MeasurementKey } from './measurement.rules.js';
import type { MeasurementContent } from './measurement.types.js';

/** What is done to a figure that somebody entered. */
export const DECISIONS = ['submit', 'validate', 'return', 'withdraw'] as const;
export type Decision = (typeof DECISIONS)[number];

/**
 * Who makes a figure count: `auto`, whoever edits all figures; `single`, whoever validates, their own figures included;
 * `four_eyes`, somebody else than those who wrote it.
 */
export const REVIEW_MODES = ['auto', 'single', 'four_eyes'] as const;
export type ReviewMode = (typeof REVIEW_MODES)[number];

/** A figure to decide on. */
export interface DecidedItem {
  id: number;
  /** The version that was read: another current one is a conflict. The current one, whichever it is, when not given. */
  version?: number;
}

/** Who decides, why, and how decisions are taken here. */
export interface DecisionContext {
  by: DataCaller;
  mode: ReviewMode;
  /** Mandatory to return and to withdraw; else what the author said of the change is kept. */
  reason?: string | null;
  /** False: one refusal and nothing is decided. True: the rest is. False when not given. */
  partial?: boolean;
}

/** Why one figure was not decided on. */
export interface DecisionRefusal extends InputIssue {
  id: number;
}

/** What became of the figures. */
export interface DecisionReport {
  /** With the numbers of their new versions. */
  decided: { id: number; version: number }[];
  /** Had already been decided so. */
  unchanged: number[];
  refused: DecisionRefusal[];
}

/** One thing that was said of a figure, with its author. */
export interface SaidContent extends MeasurementContent {
  version: number;
  recordedBy: string;
  /** ISO instant, UTC. */
  recordedAt?: string;
  reason: string | null;
}

/** A figure as it must be known to decide on it. */
export interface LivingMeasurement {
  stored: StoredMeasurement;
  indicator: string;
  decimals: number;
  key: MeasurementKey;
  /** From the one that stands, when one does, to the newest. */
  versions: SaidContent[];
}
