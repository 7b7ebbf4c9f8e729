import type { IsoDate, Period, Precision } from '../kernel/period.types.js';
import type { Channel } from '../programme/programme.types.js';

export const CAMPAIGN_STATUSES = [
  'planned',
  'ongoing',
  'continuous',
  'completed',
  'postponed',
  'suspended',
  'cancelled',
  'in_question',
] as const;
export type CampaignStatus = (typeof CAMPAIGN_STATUSES)[number];

/** A partner's part in a campaign. */
export const PARTNER_ROLES = ['lead', 'initiator', 'partner', 'relay'] as const;
export type PartnerRole = (typeof PARTNER_ROLES)[number];

export interface CampaignPartnerDefinition {
  /** Code of the organisation. */
  code: string;
  role: PartnerRole;
}

/** An operation, as a data set or a form defines it. */
export interface CampaignDefinition {
  code: string;
  /** The exercice in whose bilan it stands. */
  year: number;
  position: number;
  name: string;
  shortName: string;
  status: CampaignStatus;
  /** « contexte sanitaire ». */
  statusReason: string | null;
  statusSince: IsoDate | null;
  startDate: IsoDate | null;
  endDate: IsoDate | null;
  precision: Precision;
  /** « dès avril »: no end was given. */
  openEnd: boolean;
  place: string | null;
  audience: string | null;
  purpose: string | null;
  facts: string[];
  appreciation: string | null;
  continuation: string | null;
  followsCode: string | null;
  /** Codes of channels. */
  channels: string[];
  /** In the order in which they are named. */
  partners: CampaignPartnerDefinition[];
  link: string | null;
  note: string | null;
}

/** A partner under the name it bore at the time of the campaign. */
export interface CampaignPartner extends CampaignPartnerDefinition {
  name: string;
  /** « le Département ». */
  nameInSentence: string;
}

/** An operation with all that pages and the bilan tell of it, figures apart. */
export interface Campaign extends Omit<
  CampaignDefinition,
  'startDate' | 'endDate' | 'precision' | 'channels' | 'partners'
> {
  id: number;
  slug: string;
  period: Period;
  /** « été 2020 », « à partir d’avril 2020 »; « date non précisée ». */
  periodText: string;
  /** « à l’été 2020 », « en janvier 2020 ». */
  periodTextIn: string;
  /** « Terminée », « En continu », « Remise en question ». */
  statusText: string;
  /** « remise en question par le contexte sanitaire ». */
  statusSentence: string;
  /** Completed, ongoing or continuous: counts among « six opérations menées ». */
  carriedOut: boolean;
  questioned: boolean;
  channels: Channel[];
  partners: CampaignPartner[];
  /** ISO instant, UTC. */
  updatedAt: string;
}
