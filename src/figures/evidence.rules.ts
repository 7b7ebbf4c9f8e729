import { groupBy } from '../kernel/group-by.rules.js';
import type { MeasurementFact } from '../measurements/measurement.types.js';
import { aggregate, type Total } from './aggregation.rules.js';
import { agedFacts, asGiven } from './carried-stock.rules.js';
import { meanOf, ratioOf } from './computed-total.rules.js';
import { factsBy, type Cut } from './fact-groups.rules.js';
import type { FiguresInput, IndicatorRule } from './figure-input.types.js';

/** An indicator and what was measured of it. */
export interface Measured {
  indicator: IndicatorRule;
  facts: readonly MeasurementFact[];
  /** Values that no longer stand: their facts are absent. */
  aged: readonly MeasurementFact[];
}

/** What figures of an indicator rest on: its own measurements, and those of the terms from which it is computed. */
export interface Evidence extends Measured {
  numerator: Measured | null;
  denominator: Measured | null;
}

/** The facts of an exercice by indicator, then by campaign: sorted once, however many figures are asked of them. */
interface SortedFacts {
  byIndicator: Map<string, MeasurementFact[]>;
  byCampaign: Map<string, Map<string, MeasurementFact[]>>;
}

const sorted = new WeakMap<readonly MeasurementFact[], SortedFacts>();

/** What evidence needs of an exercice, or of one point of a series. */
export type EvidenceInput = Pick<FiguresInput, 'indicators' | 'facts' | 'at' | 'today'>;

function factsOf(code: string, campaign: string | null, { facts }: EvidenceInput): MeasurementFact[] {
  let known = sorted.get(facts);
  if (!known) {
    known = { byIndicator: groupBy(facts, (fact) => fact.indicator), byCampaign: new Map() };
    sorted.set(facts, known);
  }
  const own = known.byIndicator.get(code) ?? [];
  if (campaign === null) return own;
  let groups = known.byCampaign.get(code);
  if (!groups) known.byCampaign.set(code, (groups = groupBy(own, (fact) => fact.campaign ?? '')));
  return groups.get(campaign) ?? [];
}

/** What was measured of an indicator in an exercice, or in one campaign of it. */
export function evidenceOf(
  indicator: IndicatorRule,
  campaign: string | null,
  input: EvidenceInput,
): Evidence {
  const measured = (code: string | null): Measured | null => {
    const found = input.indicators.find((candidate) => candidate.code === code);
    return found ? measuredOf(found) : null;
  };
  const measuredOf = (rule: IndicatorRule): Measured => ({
    indicator: rule,
    ...agedFacts(rule, factsOf(rule.code, campaign, input), dayOf(input)),
  });
  return {
    ...measuredOf(indicator),
    numerator: measured(indicator.numerator),
    denominator: measured(indicator.denominator),
  };
}

/** The day on which the last known values must still stand: that asked for, and no later than today. */
const dayOf = ({ at, today }: EvidenceInput): string => (at < today ? at : today);

/** What of it tells one key of a cut: one territory, one campaign… */
export const narrowedTo = (evidence: Evidence, cut: Cut, key: string): Evidence =>
  chosen(evidence, (facts) => factsBy(cut, facts).get(key) ?? []);

function chosen(
  evidence: Evidence,
  choose: (facts: readonly MeasurementFact[]) => MeasurementFact[],
): Evidence {
  const only = <T extends Measured>(measured: T): T => ({ ...measured, facts: choose(measured.facts) });
  const { numerator, denominator } = evidence;
  return {
    ...only(evidence),
    numerator: numerator && only(numerator),
    denominator: denominator && only(denominator),
  };
}

/** Each value as it stood in its own time, for months: what has become too old since was known then. */
export function inTheirTime(evidence: Evidence): Evidence {
  const given = <T extends Measured>(measured: T): T => ({ ...measured, facts: asGiven(measured), aged: [] });
  const { numerator, denominator } = evidence;
  return {
    ...given(evidence),
    numerator: numerator && given(numerator),
    denominator: denominator && given(denominator),
  };
}

/** Everything that was measured, terms included. */
export const factsBehind = ({ indicator, facts, numerator, denominator }: Evidence): MeasurementFact[] => [
  ...facts,
  ...(indicator.nature === 'ratio' && numerator && denominator
    ? [...numerator.facts, ...denominator.facts]
    : []),
];

/** What any of it tells along a cut, each key once. */
export function keysBehind(evidence: Evidence, cut: Cut): string[] {
  const { indicator, facts, numerator, denominator } = evidence;
  const terms = indicator.nature === 'ratio' && numerator && denominator ? [numerator, denominator] : [];
  return [
    ...new Set([facts, ...terms.map((term) => term.facts)].flatMap((own) => [...factsBy(cut, own).keys()])),
  ];
}

/** What measurements come to: rates are computed from the sums of their terms, means weighted, the rest added up. */
export function totalOf({ indicator, facts, numerator, denominator }: Evidence): Total {
  if (indicator.nature === 'ratio' && numerator && denominator) {
    return ratioOf(indicator, facts, numerator, denominator);
  }
  if (indicator.nature === 'mean' && denominator) return meanOf(indicator, facts, denominator);
  return sumOf(indicator, facts);
}

const sums = new WeakMap<readonly MeasurementFact[], Map<IndicatorRule, Total>>();

/** Remembering the sum of fewer facts costs more than adding them up again. */
const REMEMBERED_FROM = 16;

/** Made once of one list of facts: a figure, its « dont » and what they are compared with ask for the same ones. */
function sumOf(indicator: IndicatorRule, facts: readonly MeasurementFact[]): Total {
  if (facts.length < REMEMBERED_FROM) return aggregate(indicator, facts);
  const known = sums.get(facts) ?? new Map<IndicatorRule, Total>();
  sums.set(facts, known);
  const total = known.get(indicator) ?? aggregate(indicator, facts);
  known.set(indicator, total);
  return total;
}
