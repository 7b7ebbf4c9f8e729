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

/** A session of the committee in which something was decided. */
export interface MeetingReference {
  code: string;
  date: IsoDate;
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
  /** Who decided it. */
  decidedBy: string | null;
  /** Code of the session in which it was decided; null: not said. */
  meetingCode: string | null;
  /** Null: not said. A new target then goes evenly or, in a campaign, within its days. */
  path: TargetPath | null;
  /** Milestones of a stepped path; null: not said. */
  steps: { on: IsoDate; value: number | string }[] | null;
  note: string | null;
}

/** A target or a baseline ready for arithmetic: its amount counts in the indicator's smallest unit. */
export interface Target extends Omit<
  TargetDefinition,
  'value' | 'valueMax' | 'qualifier' | 'meetingCode' | 'path' | 'steps'
> {
  id: number;
  amount: Amount;
  meeting: MeetingReference | null;
  path: TargetPath;
  steps: TargetStep[];
  version: number;
  withdrawn: boolean;
  /** ISO instant, UTC. */
  updatedAt: string;
}

/** What a target was from one decision to the next. */
export interface TargetVersion extends Pick<
  Target,
  'version' | 'amount' | 'decidedBy' | 'meeting' | 'path' | 'steps' | 'note' | 'withdrawn'
> {
  reason: string | null;
  recordedAt: string;
  recordedBy: string;
}

/** Who records a version, when, and why it replaces the one before. */
export interface VersionStamp {
  recordedAt: string;
  recordedBy: string;
  reason: string | null;
}
