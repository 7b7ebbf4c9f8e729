import { exerciceLabel } from '../programme/exercice.rules.js';
import { CAMPAIGN_STATUSES, type Campaign, type CampaignStatus } from '../campaigns/campaign.types.js';
import { countsSentence } from '../campaigns/campaigns.rules.js';
import type { YearFigures } from '../figures/figures.types.js';
import { capitalise, countWords, typographic } from '../kernel/french-text.rules.js';
import type { PageBody } from '../platform/views/page.types.js';
import { campaignHref, campaignState } from './campaign-words.js';
import { updatedText } from './freshness.presenter.js';
import type { StateView } from './dashboard.types.js';

export interface CampaignRowView {
  name: string;
  href: string;
  /** « Janvier 2020 · Paris ». */
  when: string;
  partners: string | null;
  figures: string[];
  state: StateView;
}

interface ChoiceView {
  value: string;
  label: string;
  selected: boolean;
}

export interface CampaignsListView {
  heading: string;
  lede: string;
  years: ChoiceView[];
  statuses: ChoiceView[];
  count: string;
  rows: CampaignRowView[];
  resetHref: string | null;
  /** The list of operations called into question is known to be incomplete. */
  note: string | null;
}

export interface CampaignsListInput {
  year: number;
  years: number[];
  /** What each of these is called. */
  labels: ReadonlyMap<number, string>;
  status: CampaignStatus | null;
  campaigns: Campaign[];
  figures: YearFigures;
  questionedListIsPartial: boolean;
}

function rowOf(campaign: Campaign, figures: YearFigures): CampaignRowView {
  const own = figures.byCampaign.get(campaign.code) ?? [];
  const place = campaign.place === null ? '' : ` · ${campaign.place}`;
  return {
    name: typographic(campaign.name),
    href: campaignHref(campaign),
    when: typographic(`${capitalise(campaign.periodText)}${place}`),
    partners:
      campaign.partners.length === 0
        ? null
        : typographic(campaign.partners.map(({ name }) => name).join(', ')),
    figures: own
      .filter((figure) => figure.subsetOf === null)
      .map((figure) => typographic(capitalise(figure.sentence))),
    state: campaignState(campaign),
  };
}

/** « Neuf opérations », « Trois opérations sur neuf ». */
function countText(shown: number, all: number): string {
  const noun = shown > 1 ? 'opérations' : 'opération';
  if (shown === 0) return 'Aucune opération ne correspond à ce choix.';
  const count = capitalise(`${countWords(shown, 'feminine')} ${noun}`);
  return shown === all ? count : `${count} sur ${countWords(all, 'feminine')}`;
}

/** Every operation of a year, narrowed to a status when the reader asks. */
export function campaignsListPage(input: CampaignsListInput): PageBody<CampaignsListView> {
  const { year, campaigns, status, figures } = input;
  const label = exerciceLabel(figures.period);
  const title = `Opérations ${label}`;
  const present = CAMPAIGN_STATUSES.flatMap(
    (one) => campaigns.find((campaign) => campaign.status === one) ?? [],
  );
  const shown = campaigns.filter((campaign) => status === null || campaign.status === status);
  const lede =
    campaigns.length === 0
      ? `Aucune opération n’est encore décrite pour ${label}.`
      : `${typographic(countsSentence(campaigns))}.`;
  const questioned = shown.some((campaign) => campaign.status === 'in_question');
  return {
    title,
    description: `${title}. ${lede}`,
    section: 'campaigns',
    updated: updatedText(figures.figures),
    content: {
      heading: title,
      lede,
      years: input.years.map((one) => ({
        value: String(one),
        label: input.labels.get(one) ?? String(one),
        selected: one === year,
      })),
      statuses: [
        { value: '', label: 'Tous les statuts', selected: status === null },
        ...present.map((one) => ({
          value: one.status,
          label: one.statusText,
          selected: one.status === status,
        })),
      ],
      count: campaigns.length === 0 ? '' : countText(shown.length, campaigns.length),
      rows: shown.map((campaign) => rowOf(campaign, figures)),
      resetHref: status === null ? null : `/operations?annee=${year}`,
      note:
        questioned && input.questionedListIsPartial
          ? 'Les opérations remises en question sont citées à titre d’exemple : la liste n’est pas complète.'
          : null,
    },
  };
}
