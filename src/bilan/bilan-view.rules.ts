import { isCarriedOut } from '../campaigns/campaigns.rules.js';
import type { Figure } from '../figures/figures.types.js';
import { exerciceLabel, nextExerciceLabel } from '../programme/exercice.rules.js';
import type { BilanCampaign, BilanData } from './bilan.types.js';

/** Beyond this many operations, only the most telling have a sheet of their own. */
export const MOST_SHEETS = 12;

/** The data sorted by what sections ask of it. */
export interface BilanView extends BilanData {
  /** « 2020 », « 2020-2021 », and what comes after. */
  label: string;
  nextLabel: string;
  /** Results of the programme: no context, no « dont » (they stand under their whole). */
  results: Figure[];
  /** With the « dont » after their whole. */
  lines: Figure[];
  keyFigures: Figure[];
  context: Figure[];
  carriedOut: BilanCampaign[];
  heldBack: BilanCampaign[];
  hasTargets: boolean;
  figuresOf: ReadonlyMap<string, Figure[]>;
  sheets: BilanCampaign[];
}

/** The name of the section of an operation's sheet. */
export const sheetName = (campaign: BilanCampaign): string => `fiche-${campaign.slug}`;

/** Sorts the data once for all sections. */
export function bilanView(data: BilanData): BilanView {
  const results = data.figures.filter(
    (figure) => figure.subsetOf === null && figure.indicator.nature !== 'context',
  );
  const lines = results.flatMap((figure) => [figure, ...figure.subsets]);
  const flagged = results.filter((figure) => figure.indicator.keyFigure && figure.amount !== null);
  const figuresOf = new Map(data.byCampaign.map(({ code, figures }) => [code, figures]));
  const carriedOut = data.campaigns.filter(({ status }) => isCarriedOut(status));
  return {
    ...data,
    label: exerciceLabel(data.period),
    nextLabel: nextExerciceLabel(data.period),
    results,
    lines,
    keyFigures: flagged.length > 0 ? flagged : results.filter((figure) => figure.amount !== null),
    context: data.figures.filter((figure) => figure.indicator.nature === 'context' && figure.amount !== null),
    carriedOut,
    heldBack: data.campaigns.filter(({ status }) => !isCarriedOut(status) && status !== 'planned'),
    hasTargets: lines.some((figure) => figure.target !== null),
    figuresOf,
    sheets: mostTelling(carriedOut, figuresOf),
  };
}

/** What an operation has to tell: results first, then words. */
export function tellingness(campaign: BilanCampaign, figures: readonly Figure[]): number {
  const measured = figures.filter((figure) => figure.amount !== null);
  const keys = measured.filter((figure) => figure.indicator.keyFigure);
  const words = [campaign.purpose, campaign.appreciation, campaign.continuation, ...campaign.facts];
  return keys.length * 6 + measured.length * 3 + words.filter((text) => text !== null && text !== '').length;
}

/** The operations that get a sheet, in the year's order. */
function mostTelling(
  campaigns: readonly BilanCampaign[],
  figuresOf: ReadonlyMap<string, Figure[]>,
): BilanCampaign[] {
  if (campaigns.length <= MOST_SHEETS) return [...campaigns];
  const weight = new Map(
    campaigns.map((campaign) => [campaign.code, tellingness(campaign, figuresOf.get(campaign.code) ?? [])]),
  );
  const kept = [...campaigns]
    .sort((one, other) => (weight.get(other.code) ?? 0) - (weight.get(one.code) ?? 0))
    .slice(0, MOST_SHEETS);
  return campaigns.filter((campaign) => kept.includes(campaign));
}
