import { absenceText, figureText } from '../kernel/figure-text.rules.js';
import type { Wording } from '../kernel/figure.types.js';
import { formatQuantity, formatRate, NO_BREAK_SPACE } from '../kernel/french-number.rules.js';
import { capitalise, joinList, slug } from '../kernel/french-text.rules.js';
import { rateOf } from '../kernel/rate.rules.js';
import { exerciceLabel } from '../programme/exercice.rules.js';
import type { Total } from './aggregation.rules.js';
import { breakdownOf } from './breakdown.rules.js';
import { evidenceOf, totalOf, type Evidence } from './evidence.rules.js';
import { basisOf, sameScope, type Basis } from './figure-basis.rules.js';
import type { CampaignReference, FiguresInput, IndicatorRule } from './figure-input.types.js';
import { issuesOf, type Holders } from './figure-issues.rules.js';
import type { Figure } from './figures.types.js';
import { partialText } from './partial-total.rules.js';
import { standingOf } from './target-standing.rules.js';

/** The figure of one indicator over the year, or over one campaign of it, with its « dont ». */
export function figureOf(
  indicator: IndicatorRule,
  campaign: CampaignReference | null,
  input: FiguresInput,
): Figure {
  const own = ownFigure(indicator, campaign, input);
  const subsets = input.indicators
    .filter((candidate) => candidate.subsetOf === indicator.code)
    .map((subset) => withShare(ownFigure(subset, campaign, input), own))
    .filter((subset) => subset.empty !== 'no_measurement');
  const parent = input.indicators.find((candidate) => candidate.code === indicator.subsetOf);
  const shared = parent ? withShare(own, ownFigure(parent, campaign, input)) : own.figure;
  return { ...shared, subsets, sentence: sentenceOf(indicator, own.figure, subsets) };
}

/** What a figure may have beside its amount and has not been told. */
const UNTOLD = {
  previous: null,
  change: null,
  costPerResult: null,
} as const satisfies Partial<Figure>;

/** A figure without its relations, and what it rests on. */
interface OwnFigure {
  figure: Figure;
  basis: Basis;
}

function ownFigure(
  indicator: IndicatorRule,
  campaign: CampaignReference | null,
  input: FiguresInput,
): OwnFigure {
  const evidence = evidenceOf(indicator, campaign?.code ?? null, input);
  const total = totalOf(evidence);
  const basis = basisOf(total.counted);
  const words = total.amount ? formatQuantity(total.amount, indicator.wording) : null;
  const figure: Figure = {
    indicator: describe(indicator),
    campaign: campaign ? { code: campaign.code, slug: slug(campaign.code), name: campaign.name } : null,
    year: input.year,
    at: input.at,
    amount: total.amount,
    empty: total.empty,
    absence: total.absence,
    lowerBound: total.lowerBound,
    marking: total.marking,
    qualifierText: words?.qualifier ?? null,
    numberText: words?.number ?? null,
    text: total.amount
      ? figureText(total.amount, indicator.wording)
      : emptyText(indicator, total, exerciceLabel(input.period)),
    sentence: '',
    partial: total.partial && { ...total.partial, text: partialText(total.partial) },
    subsets: [],
    subsetOf: indicator.subsetOf,
    breakdown: input.totalsOnly === true ? [] : breakdownOf(evidence, total, input),
    campaigns: campaignsOf(basis, input),
    period: basis.period,
    perimeter: basis.perimeter,
    ...UNTOLD,
    ...standingOf(indicator, campaign?.code ?? null, total, basis.ends, input),
    shareOfParent: null,
    issues: issuesOf(evidence, total, holdersOf(indicator, campaign, input), input),
    provenance: basis.provenance,
  };
  return { figure, basis };
}

/** What the indicator is a part of, and the step before it in its chain, over the same scope. */
function holdersOf(
  { subsetOf, chainAfter }: IndicatorRule,
  campaign: CampaignReference | null,
  input: FiguresInput,
): Holders {
  const evidence = (code: string | null): Evidence | null => {
    const found = input.indicators.find((candidate) => candidate.code === code);
    return found ? evidenceOf(found, campaign?.code ?? null, input) : null;
  };
  return { parent: evidence(subsetOf), stepBefore: evidence(chainAfter) };
}

function describe(indicator: IndicatorRule): Figure['indicator'] {
  const { code, name, shortName, nature, keyFigure, direction, costKind, unit, definition, note, wording } =
    indicator;
  return {
    code,
    slug: slug(code),
    name,
    shortName,
    nature,
    keyFigure,
    direction,
    costKind,
    unit,
    definition,
    note,
    wording,
  };
}

function emptyText(indicator: IndicatorRule, total: Total, year: string): string {
  const name = `${indicator.name}${NO_BREAK_SPACE}: `;
  if (total.absence) return name + absenceText(total.absence.kind, total.absence.note);
  if (total.empty === 'not_additive') return name + notAdditiveText(indicator, total);
  return `${name}aucun chiffre pour ${year}`;
}

/** « non cumulable, au moins 1 200 ». */
function notAdditiveText({ wording }: IndicatorRule, { lowerBound }: Total): string {
  return lowerBound ? `non cumulable, ${formatQuantity(lowerBound, wording).text}` : 'non cumulable';
}

/** « 450 visiteurs ont été accueillis sur le stand, dont 150 avec un projet de mobilité ». */
function sentenceOf(indicator: IndicatorRule, figure: Figure, subsets: readonly Figure[]): string {
  if (!figure.amount) return figure.text;
  const narrative: Wording = {
    ...indicator.wording,
    labelOne: indicator.sentenceOne ?? indicator.wording.labelOne,
    labelOther: indicator.sentenceOther ?? indicator.wording.labelOther,
  };
  const main = capitalise(figureText(figure.amount, narrative));
  const parts = subsets.filter((subset) => subset.amount !== null).map((subset) => subset.text);
  return parts.length > 0 ? `${main}, dont ${joinList(parts)}` : main;
}

/** A « dont » as a share of its whole; none when they do not speak of the same campaigns and days, or not completely. */
function withShare({ figure, basis }: OwnFigure, parent: OwnFigure): Figure {
  const whole = parent.figure;
  const isComplete = figure.partial === null && whole.partial === null;
  if (!figure.amount || !whole.amount || !isComplete || !sameScope(basis, parent.basis)) return figure;
  const rate = rateOf(figure.amount, whole.amount);
  const isPart = rate.kind === 'rate' && (rate.lower === null || rate.lower <= 100);
  return { ...figure, shareOfParent: isPart ? { rate, text: formatRate(rate) } : null };
}

const campaignsOf = ({ campaigns }: Basis, input: FiguresInput): Figure['campaigns'] =>
  input.campaigns
    .filter(({ code }) => campaigns.has(code))
    .map(({ code, name, shortName }) => ({ code, slug: slug(code), name, shortName }));
