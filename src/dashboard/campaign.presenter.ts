import { exerciceLabel, nextExerciceLabel } from '../programme/exercice.rules.js';
import type { Campaign, PartnerRole } from '../campaigns/campaign.types.js';
import { yearTimeline } from '../figures/chart-descriptions.rules.js';
import { costsOf, COST_FOOTNOTE } from '../figures/cost.rules.js';
import { isMoney } from '../figures/chart-parts.rules.js';
import type { Figure } from '../figures/figures.types.js';
import { capitalise, typographic } from '../kernel/french-text.rules.js';
import type { ClosedPeriod } from '../kernel/period.types.js';
import type { PageBody } from '../platform/views/page.types.js';
import { campaignHref, campaignState } from './campaign-words.js';
import { chartView } from './chart-view.presenter.js';
import { updatedText } from './freshness.presenter.js';
import type { ChartView, LinkView, StateView, TileView } from './dashboard.types.js';
import { tileOf } from './figure-tile.presenter.js';
import { webAddress } from './web-address.js';

interface FactView {
  term: string;
  values: string[];
  links: LinkView[];
}

export interface CampaignView {
  heading: string;
  lede: string | null;
  backHref: LinkView;
  state: StateView;
  facts: FactView[];
  tiles: TileView[];
  /** Said in place of figures: an operation without any is a fact, not a zero. */
  noFigures: string | null;
  done: string[];
  appreciation: string | null;
  next: { heading: string; text: string } | null;
  note: string | null;
  timeline: ChartView | null;
}

export interface CampaignInput {
  campaign: Campaign;
  /** Every operation of every year: the timeline of its own, and those that follow. */
  campaigns: Campaign[];
  figures: Figure[];
  /** The days of its exercice. */
  days: ClosedPeriod;
}

const ROLES: Record<PartnerRole, { one: string; other: string }> = {
  lead: { one: 'Chef de file', other: 'Chefs de file' },
  initiator: { one: 'À l’initiative de', other: 'À l’initiative de' },
  partner: { one: 'Partenaire', other: 'Partenaires' },
  relay: { one: 'Relais', other: 'Relais' },
};

/** Inner width of the eight columns beside the card of facts. */
const TIMELINE_WIDTH = 700;
const MOST_SPANS = 12;

const sentence = (text: string): string => {
  const said = typographic(capitalise(text.trim()));
  return /[.!?…]$/.test(said) ? said : `${said}.`;
};

function partnerFacts(campaign: Campaign): FactView[] {
  return (Object.keys(ROLES) as PartnerRole[]).flatMap((role) => {
    const names = campaign.partners
      .filter((partner) => partner.role === role)
      .map(({ name }) => typographic(name));
    if (names.length === 0) return [];
    return [{ term: names.length > 1 ? ROLES[role].other : ROLES[role].one, values: names, links: [] }];
  });
}

function linkTo(campaign: Campaign): LinkView {
  return { label: typographic(campaign.name), href: campaignHref(campaign) };
}

/** What stands in the card of facts, without a line for what nobody said. */
function factsOf({ campaign, campaigns, figures }: CampaignInput): FactView[] {
  const fact = (term: string, ...values: (string | null)[]): FactView[] => {
    const said = values
      .filter((value) => value !== null && value !== '')
      .map((value) => typographic(capitalise(value as string)));
    return said.length === 0 ? [] : [{ term, values: said, links: [] }];
  };
  const linked = (term: string, to: Campaign): FactView => ({ term, values: [], links: [linkTo(to)] });
  const before = campaigns.find(({ code }) => code === campaign.followsCode);
  const after = campaigns.filter(({ followsCode }) => followsCode === campaign.code);
  return [
    ...fact('Période', campaign.periodText),
    ...fact('Lieu', campaign.place),
    ...fact('Public visé', campaign.audience),
    ...partnerFacts(campaign),
    ...fact(
      campaign.channels.length > 1 ? 'Canaux' : 'Canal',
      ...campaign.channels.map(({ label }) => label),
    ),
    ...figures.filter((figure) => figure.amount !== null && isMoney(figure)).flatMap(spent),
    ...costFacts(figures),
    ...(before === undefined ? [] : [linked('Suite de', before)]),
    ...after.map((one) => linked('Suivie par', one)),
    ...(campaign.link === null ? [] : [siteFact(campaign.link)]),
  ];
}

/** « Coût : 28 950 € », with its ceiling and how firm it is: a means, which is not a result. */
function spent(figure: Figure): FactView[] {
  const { name, number, qualifier, badge, state } = tileOf(figure, { name: figure.indicator.shortName });
  const notes = [state?.word ?? null, badge].filter((note) => note !== null);
  return [
    {
      term: name,
      values: [[qualifier, number].filter((part) => part !== null).join(' '), ...notes],
      links: [],
    },
  ];
}

/** The share of the commitment that was paid, and what one result cost. */
function costFacts(figures: readonly Figure[]): FactView[] {
  const share = costsOf(figures)?.share ?? null;
  const results = figures.flatMap(({ costPerResult }) => costPerResult?.text ?? []);
  return [
    ...(share === null
      ? []
      : [{ term: 'Part dépensée', values: [`${share.text} de l’engagement`], links: [] }]),
    ...(results.length === 0
      ? []
      : [
          {
            term: 'Coût par résultat',
            values: [...results.map((text) => typographic(capitalise(text))), COST_FOOTNOTE],
            links: [],
          },
        ]),
  ];
}

/** The site under the address as people say it; what is no address of the web stays text. */
function siteFact(site: string): FactView {
  const href = webAddress(site);
  const label = site.replace(/^https?:\/\/(?:www\.)?/, '').replace(/\/$/, '');
  return { term: 'Site', values: href === null ? [site] : [], links: href === null ? [] : [{ label, href }] };
}

/** One operation: what it was for, what was done, what it gave, what comes next. */
export function campaignPage(input: CampaignInput): PageBody<CampaignView> {
  const { campaign, figures } = input;
  const name = typographic(campaign.name);
  const ofYear = input.campaigns.filter(({ year }) => year === campaign.year);
  const timeline = yearTimeline(ofYear, new Map([[campaign.code, figures]]), campaign.year, {
    days: input.days,
    highlighted: [campaign.code],
    atMost: MOST_SPANS,
  });
  const shown = figures.filter((figure) => figure.subsetOf === null && !isMoney(figure));
  return {
    title: name,
    description: typographic(
      `${campaign.name}, opération ${exerciceLabel(input.days)}. ${campaignState(campaign).word}.`,
    ),
    section: 'campaigns',
    updated: updatedText(figures),
    content: {
      heading: name,
      lede: campaign.purpose === null ? null : sentence(campaign.purpose),
      backHref: {
        label: `Opérations ${exerciceLabel(input.days)}`,
        href: `/operations?annee=${campaign.year}`,
      },
      state: campaignState(campaign),
      facts: factsOf(input),
      tiles: shown.map((figure) => tileOf(figure, { withoutCampaign: true })),
      noFigures: shown.length === 0 ? 'Aucun résultat chiffré n’a été donné pour cette opération.' : null,
      done: campaign.facts.map(sentence),
      appreciation: campaign.appreciation === null ? null : sentence(campaign.appreciation),
      next:
        campaign.continuation === null
          ? null
          : {
              heading: typographic(`Et en ${nextExerciceLabel(input.days)} ?`),
              text: sentence(`L’opération ${campaign.continuation}`),
            },
      note: campaign.note === null ? null : sentence(campaign.note),
      timeline:
        timeline === null
          ? null
          : chartView(timeline, {
              heading: `L’opération dans l’année ${exerciceLabel(input.days)}`,
              widths: { wide: TIMELINE_WIDTH },
            }),
    },
  };
}
