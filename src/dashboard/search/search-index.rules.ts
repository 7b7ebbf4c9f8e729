import type { Campaign } from '../../campaigns/campaign.types.js';
import type { Figure, YearFigures } from '../../figures/figures.types.js';
import type { Indicator } from '../../indicators/indicator.types.js';
import { wordsOf } from './search-text.rules.js';
import type { FoundFigure, SearchEntry, SearchField, SearchIndex } from './search.types.js';

const field = (weight: number, ...texts: (string | null)[]): SearchField => ({
  words: [...new Set(texts.flatMap((text) => wordsOf(text ?? '')))],
  weight,
});

/** Names count most, then what the thing is called in sentences, numbers, where and when, and last its definition. */
function figureEntry(figure: Figure, label: string, order: number): SearchEntry<Figure> {
  const { indicator, campaign, campaigns, period } = figure;
  const { labelOne, labelOther } = indicator.wording;
  return {
    item: figure,
    order,
    fields: [
      field(6, indicator.name, indicator.shortName),
      field(5, figure.numberText, labelOne, labelOther),
      field(4, campaign?.name ?? null),
      field(3, label, period?.text ?? null, ...campaigns.flatMap(({ name, shortName }) => [name, shortName])),
      field(1, indicator.definition, indicator.slug),
    ],
  };
}

function campaignEntry(campaign: Campaign, order: number): SearchEntry<Campaign> {
  return {
    item: campaign,
    order,
    fields: [
      field(6, campaign.name, campaign.shortName),
      field(3, String(campaign.year), campaign.periodText, campaign.place),
      field(2, ...campaign.partners.map(({ name }) => name), ...campaign.channels.map(({ label }) => label)),
      field(1, campaign.slug),
    ],
  };
}

function indicatorEntry(indicator: Indicator, order: number): SearchEntry<Indicator> {
  const { name, shortName, labelOne, labelOther, unit, definition, slug, producer } = indicator;
  return {
    item: indicator,
    order,
    fields: [
      field(6, name, shortName),
      field(4, labelOne, labelOther, unit),
      field(1, definition, slug, producer),
    ],
  };
}

/** The operation's own figure says nothing more than the whole when it is all of it. */
function figuresOf({ figures, byCampaign }: YearFigures): Figure[] {
  const told = new Map(figures.map((figure) => [figure.indicator.code, figure.text]));
  const parts = [...byCampaign.values()].flat();
  return [...figures, ...parts.filter(({ indicator, text }) => told.get(indicator.code) !== text)].filter(
    ({ numberText }) => numberText !== null,
  );
}

/** What may be found: the figures of some exercices, latest first, the operations and the indicators. */
export function searchIndex(
  years: readonly { figures: YearFigures; label: string }[],
  campaigns: readonly Campaign[],
  indicators: readonly Indicator[],
): SearchIndex {
  const figures = years.flatMap(({ figures: ofYear, label }) =>
    figuresOf(ofYear).map((figure) => ({ figure, label })),
  );
  const index = {
    figures: figures.map(({ figure, label }, order) => figureEntry(figure, label, order)),
    // The latest first: lists of operations go from the oldest to the newest.
    campaigns: campaigns.map((campaign, order) => campaignEntry(campaign, -campaign.year * 1000 + order)),
    indicators: indicators.map(indicatorEntry),
  };
  const entries: SearchEntry<unknown>[] = [...index.campaigns, ...index.indicators];
  const words = entries.flatMap(({ fields }) => fields.filter(({ weight }) => weight > 2));
  return { ...index, vocabulary: [...new Set(words.flatMap((one) => one.words))] };
}

/** One line for each indicator and operation: the figure that answers best, then its other exercices. */
export function groupedFigures(figures: readonly Figure[]): FoundFigure[] {
  const groups = new Map<string, FoundFigure>();
  for (const figure of figures) {
    const key = `${figure.indicator.code} ${figure.campaign?.code ?? ''}`;
    const group = groups.get(key);
    if (group === undefined) groups.set(key, { figure, others: [] });
    else group.others.push(figure);
  }
  return [...groups.values()];
}
