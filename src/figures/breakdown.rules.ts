import { absenceAbbreviation } from '../kernel/figure-text.rules.js';
import { formatQuantity } from '../kernel/french-number.rules.js';
import { compareFrench } from '../kernel/french-text.rules.js';
import { monthPeriod, monthsBetween } from '../kernel/period.rules.js';
import type { ClosedPeriod } from '../kernel/period.types.js';
import type { MeasurementFact } from '../measurements/measurement.types.js';
import type { Total } from './aggregation.rules.js';
import { DIMENSIONS } from './declared-total.rules.js';
import {
  type Evidence,
  factsBehind,
  inTheirTime,
  keysBehind,
  narrowedTo,
  totalOf,
} from './evidence.rules.js';
import type { FiguresInput, IndicatorRule } from './figure-input.types.js';
import type { BreakdownPart, SeriesPoint } from './figures.types.js';
import { REST, restOf } from './rest-of-total.rules.js';
import { standingBeside } from './standing-states.rules.js';

/** Slices by territory, channel and organisation, beside a declared total or making it up: never added to it. */
export function breakdownOf(evidence: Evidence, total: Total, input: FiguresInput): BreakdownPart[] {
  const slices = DIMENSIONS.flatMap((dimension): BreakdownPart[] => {
    const parts = keysBehind(evidence, dimension)
      .map((key) => ({ key, label: input.labels[dimension].get(key) ?? key }))
      .sort((one, other) => compareFrench(one.label, other.label) || (one.key < other.key ? -1 : 1))
      .map(({ key, label }) => {
        const alone = narrowedTo(evidence, dimension, key);
        return { key, label, total: totalOf(alone) };
      });
    const rest = restOf(
      evidence.indicator,
      dimension,
      total,
      parts.map((part) => part.total),
    );
    return [
      ...parts.map((part) => partOf(dimension, part.key, part.label, part.total, evidence.indicator)),
      ...(rest ? [partOf(dimension, REST, 'Non ventilé', rest, evidence.indicator)] : []),
    ];
  });
  return [...campaignParts(evidence, factsBehind(evidence), input), ...slices];
}

function campaignParts(
  evidence: Evidence,
  facts: readonly MeasurementFact[],
  input: FiguresInput,
): BreakdownPart[] {
  const told = new Set(facts.map((fact) => fact.campaign));
  const measured = input.campaigns.filter(({ code }) => told.has(code));
  const several = measured.length > 1 || (measured.length === 1 && told.has(null));
  if (!several) return [];
  return measured.map((campaign) => {
    const alone = narrowedTo(evidence, 'campaign', campaign.code);
    return partOf('campaign', campaign.code, campaign.shortName, totalOf(alone), evidence.indicator);
  });
}

function partOf(
  dimension: BreakdownPart['dimension'],
  key: string,
  label: string,
  total: Total,
  indicator: IndicatorRule,
): BreakdownPart {
  return {
    dimension,
    key,
    label,
    amount: total.amount,
    absence: total.absence?.kind ?? null,
    text: cellText(total, indicator),
    marking: total.marking,
  };
}

/** A number or why there is none, as short as a table's cell. */
export function cellText(total: Total, indicator: IndicatorRule): string {
  if (total.amount) return formatQuantity(total.amount, indicator.wording).text;
  if (total.absence) return absenceAbbreviation(total.absence.kind);
  return total.empty === 'not_additive' ? 'non cumulable' : '–';
}

/**
 * The months of the exercice of an indicator measured month by month (or finer), null before anything was said. Empty when
 * fewer than two months are known: a season does not make four points.
 */
export function monthlyPoints(evidence: Evidence, { start, end }: ClosedPeriod): SeriesPoint[] {
  const told = inTheirTime(evidence);
  const months = monthsBetween(start, end).map((month) => {
    const within = narrowedTo(told, 'month', month);
    return { month, span: monthPeriod(month), within, own: within.facts };
  });
  const standing = standingBeside(told.indicator, told.facts, months, () => start);
  const points = months.map(({ month, within }, index): SeriesPoint => {
    const total = totalOf({
      ...within,
      facts: [...within.facts, ...standing.slice(index, index + 1).flat()],
    });
    return {
      period: month,
      amount: total.amount,
      absence: total.absence?.kind ?? null,
      text: cellText(total, evidence.indicator),
      marking: total.marking,
    };
  });
  return points.filter((point) => point.amount !== null).length >= 2 ? points : [];
}
