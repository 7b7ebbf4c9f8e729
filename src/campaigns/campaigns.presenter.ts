import type { Campaign } from './campaign.types.js';
import { periodText, statusLabel } from './campaigns.rules.js';

/** What the API answers of an operation: without database keys, with the French words beside the codes. */
export interface CampaignAnswer extends Omit<
  Campaign,
  'id' | 'period' | 'openEnd' | 'statusReason' | 'statusSince' | 'followsCode'
> {
  statusText: string;
  reason: string | null;
  since: string | null;
  period: Campaign['period'] & { openEnd: boolean; text: string };
  follows: string | null;
}

/** An operation as the API tells it: members in this order, whatever the engine. */
export function campaignAnswer(campaign: Campaign): CampaignAnswer {
  const { start, end, precision } = campaign.period;
  return {
    code: campaign.code,
    slug: campaign.slug,
    year: campaign.year,
    position: campaign.position,
    name: campaign.name,
    shortName: campaign.shortName,
    status: campaign.status,
    statusText: statusLabel(campaign.status),
    reason: campaign.statusReason,
    since: campaign.statusSince,
    period: { start, end, precision, openEnd: campaign.openEnd, text: periodText(campaign.period) },
    place: campaign.place,
    audience: campaign.audience,
    purpose: campaign.purpose,
    facts: campaign.facts,
    appreciation: campaign.appreciation,
    continuation: campaign.continuation,
    follows: campaign.followsCode,
    channels: campaign.channels,
    partners: campaign.partners,
    link: campaign.link,
    note: campaign.note,
    updatedAt: campaign.updatedAt,
  };
}
