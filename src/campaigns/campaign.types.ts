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
