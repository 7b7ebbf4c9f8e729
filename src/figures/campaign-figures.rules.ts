import { withCosts } from './cost.rules.js';
import type { FiguresInput } from './figure-input.types.js';
import { figureOf } from './figure.rules.js';
import type { Figure } from './figures.types.js';

/** The figures of each campaign of which something was measured, for the indicators that it measures, by its code. */
export function figuresByCampaign(input: FiguresInput): Map<string, Figure[]> {
  const measured = new Set(input.facts.map(({ campaign }) => campaign));
  const campaigns = input.campaigns.filter(({ code }) => measured.has(code));
  return new Map(
    campaigns.map((campaign) => {
      const figures = input.indicators.map((indicator) => figureOf(indicator, campaign, input));
      return [campaign.code, withCosts(figures.filter(({ empty }) => empty !== 'no_measurement'))];
    }),
  );
}
