import type { IsoDate } from '../kernel/period.types.js';
import type { MeetingReference } from './target.types.js';

/** What the committee or the pilot thinks, beside the computed assessment: « avis ». */
export const OPINIONS = ['serene', 'achievable', 'support_needed', 'compromised'] as const;
export type Opinion = (typeof OPINIONS)[number];

/** An opinion on an indicator, overall or in one campaign, for an exercice. */
export interface OpinionDefinition {
  /** Code of the indicator. */
  indicator: string;
  /** Null: the whole programme. */
  campaign: string | null;
  /** The exercice of which it speaks. */
  year: number;
  /** Null takes the former back. */
  opinion: Opinion | null;
  reason: string | null;
  givenOn: IsoDate;
  /** Code of the session in which it was given; null outside any. */
  meetingCode: string | null;
}

/** The same once kept. */
export interface GivenOpinion extends Omit<OpinionDefinition, 'meetingCode'> {
  id: number;
  meeting: MeetingReference | null;
  /** ISO instant, UTC. */
  recordedAt: string;
  recordedBy: string;
}
