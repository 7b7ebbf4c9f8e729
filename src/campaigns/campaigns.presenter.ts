import type { Campaign } from './campaign.types.js';

/** What the API answers of an operation: without database keys, with the French words beside the codes. */
export interface CampaignAnswer extends Pick<Campaign, Kept> {
  reason: string | null;
  since: string | null;
  period: Campaign['period'] & { openEnd: boolean; text: string };
  follows: string | null;
}

type Kept =
  | 'code'
  | 'slug'
  | 'year'
  | 'position'
  | 'name'
  | 'shortName'
  | 'status'
  | 'statusText'
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
  | 'updatedAt';

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
    statusText: campaign.statusText,
    reason: campaign.statusReason,
    since: campaign.statusSince,
    period: { start, end, precision, openEnd: campaign.openEnd, text: campaign.periodText },
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
