import { absenceText, figureText } from '../kernel/figure-text.rules.js';
import type { Wording } from '../kernel/figure.types.js';
import { formatPeriod } from '../kernel/french-date.rules.js';
import { formatQuantity, formatRate, NO_BREAK_SPACE } from '../kernel/french-number.rules.js';
import { capitalise, compareFrench, joinList, slug } from '../kernel/french-text.rules.js';
import { precisionOf } from '../kernel/period.rules.js';
import { rateOf } from '../kernel/rate.rules.js';
import type { MeasurementFact } from '../measurements/measurement.types.js';
import { aggregate, type Total } from './aggregation.rules.js';
import { breakdownOf } from './breakdown.rules.js';
import type { CampaignReference, FiguresInput, IndicatorRule } from './figure-input.types.js';
import type { Figure, Provenance } from './figures.types.js';
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
  issues: [],
} as const satisfies Partial<Figure>;

/** A figure without its relations, and the total that it words. */
interface OwnFigure {
  figure: Figure;
  total: Total;
}

function ownFigure(
  indicator: IndicatorRule,
  campaign: CampaignReference | null,
  input: FiguresInput,
): OwnFigure {
  const facts = input.facts.filter(
    (fact) => fact.indicator === indicator.code && (!campaign || fact.campaign === campaign.code),
  );
  const total = aggregate(indicator, facts);
  const words = total.amount ? formatQuantity(total.amount, indicator.wording) : null;
  const figure: Figure = {
    indicator: describe(indicator),
    campaign: campaign ? { code: campaign.code, slug: slug(campaign.code), name: campaign.name } : null,
    year: input.year,
    at: input.at,
    amount: total.amount,
    empty: total.empty,
    absence: total.absence,
    marking: total.marking,
    qualifierText: words?.qualifier ?? null,
    numberText: words?.number ?? null,
    text: total.amount
      ? figureText(total.amount, indicator.wording)
      : emptyText(indicator, total, input.year),
    sentence: '',
    partial: total.partial && { ...total.partial, text: partialText(total.partial) },
    subsets: [],
    subsetOf: indicator.subsetOf,
    breakdown: breakdownOf(indicator, facts, input),
    campaigns: campaignsOf(total, input),
    period: periodOf(total.counted),
    ...UNTOLD,
    ...standingOf(indicator, campaign?.code ?? null, total, input),
    shareOfParent: null,
    provenance: provenanceOf(total.counted),
  };
  return { figure, total };
}

function describe(indicator: IndicatorRule): Figure['indicator'] {
  const { code, name, shortName, nature, keyFigure, unit, definition, note, wording } = indicator;
  return { code, slug: slug(code), name, shortName, nature, keyFigure, unit, definition, note, wording };
}

function emptyText(indicator: IndicatorRule, total: Total, year: number): string {
  const name = `${indicator.name}${NO_BREAK_SPACE}: `;
  if (total.absence) return name + absenceText(total.absence.kind, total.absence.note);
  if (total.empty === 'not_additive') return `${name}non cumulable`;
  return `${name}aucun chiffre pour ${year}`;
}

const partialText = ({ given, expected }: { given: number; expected: number }): string =>
  `Total partiel${NO_BREAK_SPACE}: ${given} ${given > 1 ? 'valeurs' : 'valeur'} sur ${expected}`;

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
function withShare(subset: OwnFigure, parent: OwnFigure): Figure {
  const { figure, total } = subset;
  if (!figure.amount || !parent.figure.amount || !sameScope(total, parent.total)) return figure;
  const rate = rateOf(figure.amount, parent.figure.amount);
  const isPart = rate.kind === 'rate' && (rate.lower === null || rate.lower <= 100);
  return { ...figure, shareOfParent: isPart ? { rate, text: formatRate(rate) } : null };
}

/** 150 of the 450 visitors of one fair are not a share of the 750 of two. */
function sameScope(one: Total, other: Total): boolean {
  if (one.partial || other.partial) return false;
  const [told, whole] = [one, other].map(({ counted }) => ({
    campaigns: [...new Set(counted.map((fact) => fact.campaign ?? ''))].sort().join('|'),
    period: periodOf(counted)?.text,
  }));
  return told?.campaigns === whole?.campaigns && told?.period === whole?.period;
}

function campaignsOf(total: Total, input: FiguresInput): Figure['campaigns'] {
  const measured = new Set(total.counted.map((fact) => fact.campaign));
  return input.campaigns
    .filter(({ code }) => measured.has(code))
    .map(({ code, name, shortName }) => ({ code, slug: slug(code), name, shortName }));
}

function periodOf(facts: readonly MeasurementFact[]): Figure['period'] {
  const [first] = facts;
  if (!first) return null;
  const start = facts.reduce((earliest, fact) => minOf(earliest, fact.periodStart), first.periodStart);
  const end = facts.reduce((latest, fact) => maxOf(latest, fact.periodEnd), first.periodEnd);
  const alike = facts.every((fact) => fact.periodStart === start && fact.periodEnd === end);
  const precision = alike ? first.precision : precisionOf(start, end);
  return { start, end, precision, text: formatPeriod({ start, end, precision }) };
}

const minOf = (one: string, other: string): string => (one < other ? one : other);
const maxOf = (one: string, other: string): string => (one > other ? one : other);

function provenanceOf(facts: readonly MeasurementFact[]): Provenance {
  const sources = [...new Set(facts.flatMap((fact) => fact.source ?? []))].sort(compareFrench);
  const lastUpdate = facts.reduce<string | null>(
    (latest, fact) => (latest === null || fact.recordedAt > latest ? fact.recordedAt : latest),
    null,
  );
  return { measurements: facts.length, sources, lastUpdate };
}
