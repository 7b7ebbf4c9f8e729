import type { Campaign, CampaignStatus } from '../campaigns/campaign.types.js';
import { capitalise, typographic } from '../kernel/french-text.rules.js';
import type { StateView } from './dashboard.types.js';

const STATES: Record<CampaignStatus, Pick<StateView, 'shape' | 'tone'>> = {
  planned: { shape: 'ring', tone: 'calm' },
  ongoing: { shape: 'forward', tone: 'good' },
  continuous: { shape: 'forward', tone: 'good' },
  completed: { shape: 'disc', tone: 'good' },
  postponed: { shape: 'pause', tone: 'watch' },
  suspended: { shape: 'pause', tone: 'watch' },
  cancelled: { shape: 'cross', tone: 'late' },
  in_question: { shape: 'hatched', tone: 'watch' },
};

/** « Terminée », « Remise en question par le contexte sanitaire », with its shape. */
export const campaignState = (campaign: Pick<Campaign, 'status' | 'statusSentence'>): StateView => ({
  word: typographic(capitalise(campaign.statusSentence)),
  ...STATES[campaign.status],
});

/** Address of an operation's page. */
export const campaignHref = (campaign: { slug: string }): string => `/operations/${campaign.slug}`;
