import type { Amount, Qualifier } from '../kernel/figure.types.js';
import type { IsoDate } from '../kernel/period.types.js';

export const TARGET_KINDS = ['target', 'baseline'] as const;
export type TargetKind = (typeof TARGET_KINDS)[number];

/** How the way to a target goes: evenly, by milestones, or within the days of its campaign. */
export const TARGET_PATHS = ['linear', 'stepped', 'window'] as const;
export type TargetPath = (typeof TARGET_PATHS)[number];

/** A milestone: what must be reached on a day, in the indicator's smallest unit. */
export interface TargetStep {
  on: IsoDate;
  value: number;
}

/** What is aimed at or where things stood, in codes and in the indicator's unit, as a data set gives it. */
export interface TargetDefinition {
  kind: TargetKind;
  indicator: string;
  /** Null: the whole programme. */
  campaign: string | null;
  periodStart: IsoDate;
  periodEnd: IsoDate;
  /** JSON number or plain decimal string. */
  value: number | string;
  valueMax: number | string | null;
  qualifier: Qualifier;
  /** Who decided it, in which session. */
  decidedBy: string | null;
  note: string | null;
}

/** A target or a baseline ready for arithmetic: its amount counts in the indicator's smallest unit. */
export interface Target extends Omit<TargetDefinition, 'value' | 'valueMax' | 'qualifier'> {
  id: number;
  amount: Amount;
  /** ISO instant, UTC. */
  updatedAt: string;
}
