import type { Campaign } from '../campaigns/campaign.types.js';
import type { CommitteeMember, Meeting, Objective } from '../committee/committee.types.js';
import type { StandardLine } from '../exports/standard-line.types.js';
import type { ToldEvent } from '../figures/chart-events.rules.js';
import type { MonthlyTarget } from '../figures/figure-standing.types.js';
import type { Figure, SeriesPoint } from '../figures/figures.types.js';
import type { ClosedPeriod } from '../kernel/period.types.js';
import type { Exercice, Programme } from '../programme/programme.types.js';

/** What a bilan tells of an operation. */
export type BilanCampaign = Pick<
  Campaign,
  | 'code'
  | 'slug'
  | 'name'
  | 'shortName'
  | 'status'
  | 'statusReason'
  | 'period'
  | 'openEnd'
  | 'place'
  | 'audience'
  | 'purpose'
  | 'facts'
  | 'appreciation'
  | 'continuation'
  | 'channels'
  | 'partners'
  | 'link'
  | 'note'
> & {
  /** Short name of the operation that this one follows. */
  follows: string | null;
};
export type BilanObjective = Pick<Objective, 'rank' | 'text' | 'shortText' | 'meetingCode'>;

/** All that a bilan says, as plain data: the same data gives the same document, byte for byte. */
export interface BilanData {
  year: number;
  /** The days of the exercice. */
  period: ClosedPeriod;
  programme: Pick<
    Programme,
    'code' | 'name' | 'tagline' | 'purpose' | 'carriedBy' | 'links' | 'sourceStatement' | 'licence'
  >;
  exercice: Pick<Exercice, 'closingDate' | 'headline' | 'summary' | 'questionedListIsPartial'>;
  /** The session to which the bilan is presented. */
  meeting: Omit<Meeting, 'updatedAt'> | null;
  members: CommitteeMember[];
  campaigns: BilanCampaign[];
  figures: Figure[];
  byCampaign: { code: string; figures: Figure[] }[];
  monthly: { code: string; points: SeriesPoint[] }[];
  /** What each month should bring, for indicators with a target. */
  monthlyTargets: { code: string; months: MonthlyTarget[] }[];
  /** The months of the exercice compared with. */
  previousMonths: { label: string; lines: { code: string; points: SeriesPoint[] }[] } | null;
  /** What happened in the year, of what everybody may see. */
  events: ToldEvent[];
  /** What had been set for the year. */
  objectives: BilanObjective[];
  /** What is set for the next one. */
  nextObjectives: BilanObjective[];
  rows: StandardLine[];
  /** Instant of the last change among all this, ISO UTC. */
  lastChange: string;
}

/** A bilan ready to be handed over. */
export interface BilanFile {
  bytes: Buffer;
  fileName: string;
  pages: number;
  warnings: string[];
}
