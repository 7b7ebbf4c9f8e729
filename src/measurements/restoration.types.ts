import type { ScopeLimits } from '../accounts/account.types.js';

/** Why one measurement cannot be put back. */
export interface RestorationObstacle {
  id: number;
  /** `newer_version`: somebody has spoken since; `exercice_sealed`. */
  code: 'newer_version' | 'exercice_sealed' | 'validation_reserved' | 'out_of_scope';
  indicator: string;
  periodStart: string;
  periodEnd: string;
  /** Who wrote the newest version, and when. */
  recordedBy: string;
  recordedAt: string;
}

/** What is taken back, by whom. */
export interface RestorationContext {
  recordedBy: string;
  limits: ScopeLimits;
  reason: string;
  /** Whether figures that count may be taken away. */
  mayTakeBack: boolean;
}
