import { absenceAbbreviation } from '../kernel/figure-text.rules.js';
import { formatQuantity } from '../kernel/french-number.rules.js';
import { compareFrench } from '../kernel/french-text.rules.js';
import { covers, monthPeriod, monthsBetween } from '../kernel/period.rules.js';
import type { ClosedPeriod } from '../kernel/period.types.js';
import type { MeasurementFact } from '../measurements/measurement.types.js';
import { aggregate, type Total } from './aggregation.rules.js';
import { DIMENSIONS } from './declared-total.rules.js';
import type { FiguresInput, IndicatorRule } from './figure-input.types.js';
import type { BreakdownPart, SeriesPoint } from './figures.types.js';

/** Slices by territory, channel and organisation, beside a declared total or making it up: never added to it. */
export function breakdownOf(
  indicator: IndicatorRule,
  facts: readonly MeasurementFact[],
  input: FiguresInput,
): BreakdownPart[] {
  const slices = DIMENSIONS.flatMap((dimension) => {
    const keys = [...new Set(facts.flatMap((fact) => fact[dimension] ?? []))];
    return keys
      .map((key) => ({ key, label: input.labels[dimension].get(key) ?? key }))
      .sort((one, other) => compareFrench(one.label, other.label) || (one.key < other.key ? -1 : 1))
      .map(({ key, label }) => {
        const alone = facts.filter((fact) => fact[dimension] === key);
        return partOf(dimension, key, label, aggregate(indicator, alone), indicator);
      });
  });
  return [...campaignParts(indicator, facts, input), ...slices];
}

function campaignParts(
  indicator: IndicatorRule,
  facts: readonly MeasurementFact[],
  input: FiguresInput,
): BreakdownPart[] {
  const measured = input.campaigns.filter(({ code }) => facts.some((fact) => fact.campaign === code));
  const several =
    measured.length > 1 || (measured.length === 1 && facts.some((fact) => fact.campaign === null));
  if (!several) return [];
  return measured.map((campaign) => {
    const alone = facts.filter((fact) => fact.campaign === campaign.code);
    return partOf('campaign', campaign.code, campaign.shortName, aggregate(indicator, alone), indicator);
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
export function monthlyPoints(
  indicator: IndicatorRule,
  facts: readonly MeasurementFact[],
  { start, end }: ClosedPeriod,
): SeriesPoint[] {
  const points = monthsBetween(start, end).map((month): SeriesPoint => {
    const span = monthPeriod(month);
    const within = facts.filter((fact) => covers(span, { start: fact.periodStart, end: fact.periodEnd }));
    const total = aggregate(indicator, within);
    return {
      period: month,
      amount: total.amount,
      absence: total.absence?.kind ?? null,
      text: cellText(total, indicator),
      marking: total.marking,
    };
  });
  return points.filter((point) => point.amount !== null).length >= 2 ? points : [];
}
