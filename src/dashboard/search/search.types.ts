import type { Campaign } from '../../campaigns/campaign.types.js';
import type { Figure } from '../../figures/figures.types.js';
import type { Indicator } from '../../indicators/indicator.types.js';

/** Some words of an entry, and how much finding one of them says. */
export interface SearchField {
  words: readonly string[];
  weight: number;
}

/** Something to be found. */
export interface SearchEntry<Item> {
  fields: readonly SearchField[];
  /** Among those that answer as well, the lower first. */
  order: number;
  item: Item;
}

/** All that may be found, as published. */
export interface SearchIndex {
  figures: SearchEntry<Figure>[];
  campaigns: SearchEntry<Campaign>[];
  indicators: SearchEntry<Indicator>[];
  /** Every word of it once, those of names and labels alone. */
  vocabulary: string[];
}

/** A figure that answers, with the same one of other exercices. */
export interface FoundFigure {
  figure: Figure;
  others: Figure[];
}

export interface SearchAnswer {
  /** As typed, cut to what is read of it. */
  query: string;
  figures: FoundFigure[];
  campaigns: Campaign[];
  indicators: Indicator[];
  /** How many there are in all; fewer are shown when there are too many. */
  count: number;
  isCut: boolean;
  /** « Vouliez-vous dire… », when nothing was found. */
  suggestion: string | null;
}
