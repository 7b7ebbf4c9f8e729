import type { Campaign } from '../../campaigns/campaign.types.js';
import type { Figure } from '../../figures/figures.types.js';
import type { Indicator } from '../../indicators/indicator.types.js';
import { quote } from '../../kernel/decimal-string.rules.js';
import { formatNumber } from '../../kernel/french-number.rules.js';
import { capitalise, joinList, sentence, typographic } from '../../kernel/french-text.rules.js';
import type { PageBody } from '../../platform/views/page.types.js';
import { campaignHref, campaignState } from '../campaign-words.js';
import type { LinkView, StateView } from '../dashboard.types.js';
import { contextText, provenanceHref, provenanceText } from '../figure-tile.presenter.js';
import { updatedText } from '../freshness.presenter.js';
import type { FoundFigure, SearchAnswer } from './search.types.js';

interface FigureResultView {
  id: string;
  name: string;
  href: string;
  /** The operation of which it is the figure, when it is not the whole. */
  campaign: LinkView | null;
  qualifier: string | null;
  number: string | null;
  context: string | null;
  source: string;
  provenance: string | null;
  /** Ready to be said or pasted. */
  sentence: string;
  /** « En 2019 : 120 000 ». */
  others: string[];
}

export interface SearchView {
  heading: string;
  lede: string;
  query: string;
  figures: FigureResultView[];
  campaigns: { name: string; href: string; period: string; state: StateView }[];
  indicators: { name: string; href: string; definition: string | null }[];
  suggestion: LinkView | null;
}

const MARKINGS: Record<Figure['marking'], string | null> = {
  final: null,
  provisional: 'chiffre provisoire',
  estimated: 'estimation',
  revised: null,
};

/**
 * « 130 000 sets de table ont été livrés (été 2020). » With when, and with what makes it less than certain: a sentence
 * that is pasted elsewhere has nothing else around it.
 */
export function readySentence(figure: Figure): string {
  const { period, marking, partial } = figure;
  const said = [period?.text ?? String(figure.year), MARKINGS[marking], partial?.text ?? null];
  const around = said.filter((part) => part !== null).map((part) => part.replace(/\.$/, ''));
  return typographic(`${capitalise(figure.sentence)} (${around.join(', ')}).`);
}

function figureResult({ figure, others }: FoundFigure, index: number): FigureResultView {
  const { campaign, indicator } = figure;
  return {
    id: `phrase-${index + 1}`,
    name: typographic(indicator.name),
    href: `/indicateurs/${indicator.slug}`,
    campaign: campaign === null ? null : { label: typographic(campaign.name), href: campaignHref(campaign) },
    qualifier: figure.qualifierText,
    number: figure.numberText,
    context: contextText(figure, campaign !== null),
    source: provenanceText(figure),
    provenance: provenanceHref(figure),
    sentence: readySentence(figure),
    others: others.map((other) => {
      const when = other.period?.text ?? String(other.year);
      return typographic(
        `${capitalise(when)} : ${[other.qualifierText, other.numberText].filter(Boolean).join(' ')}`,
      );
    }),
  };
}

const campaignResult = (campaign: Campaign): SearchView['campaigns'][number] => ({
  name: typographic(campaign.name),
  href: campaignHref(campaign),
  period: capitalise(campaign.periodText),
  state: campaignState(campaign),
});

const indicatorResult = ({ name, slug, definition }: Indicator): SearchView['indicators'][number] => ({
  name: typographic(name),
  href: `/indicateurs/${slug}`,
  definition: definition === null ? null : typographic(capitalise(definition)),
});

const counted = (count: number, one: string): string[] =>
  count === 0 ? [] : [`${formatNumber(count)} ${one}${count > 1 ? 's' : ''}`];

function lede({ query, figures, campaigns, indicators, count, isCut }: SearchAnswer): string {
  if (query === '') {
    return typographic(
      'Un indicateur, une opération, un nombre : « sets de table », « 13 000 », « salon 2020 ».',
    );
  }
  if (count === 0) return sentence`Rien ne correspond à ${quote(query)}.`;
  const kinds = joinList([
    ...counted(figures.length, 'chiffre'),
    ...counted(campaigns.length, 'opération'),
    ...counted(indicators.length, 'indicateur'),
  ]);
  const cut = isCut ? ' Les premiers sont montrés : précisez par un mot de plus.' : '';
  return sentence`${capitalise(kinds)} pour ${quote(query)}.${cut}`;
}

/** What was found, or how to find it. */
export function searchPage(answer: SearchAnswer): PageBody<SearchView> {
  const { query, suggestion } = answer;
  return {
    title: query === '' ? 'Recherche' : sentence`Recherche : ${query}`,
    description:
      'Retrouver un indicateur, une opération ou un chiffre, avec sa source et une phrase à citer.',
    section: 'search',
    updated: updatedText(answer.figures.map(({ figure }) => figure)),
    content: {
      heading: 'Recherche',
      lede: lede(answer),
      query,
      figures: answer.figures.map(figureResult),
      campaigns: answer.campaigns.map(campaignResult),
      indicators: answer.indicators.map(indicatorResult),
      suggestion:
        suggestion === null
          ? null
          : { label: suggestion, href: `/recherche?${new URLSearchParams({ q: suggestion }).toString()}` },
    },
  };
}
