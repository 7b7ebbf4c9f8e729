import { compareText } from '../kernel/compare-text.rules.js';
import { formatDate, formatPeriod } from '../kernel/french-date.rules.js';
import { formatQuantity } from '../kernel/french-number.rules.js';
import { joinList, sentence } from '../kernel/french-text.rules.js';
import { groupBy } from '../kernel/group-by.rules.js';
import type { Quantity } from '../kernel/figure.types.js';
import type { MeasurementFact } from '../measurements/measurement.types.js';
import { timeOperator, type Total } from './aggregation.rules.js';
import { breakdownDifferences, type PartsDifference } from './breakdown-differences.rules.js';
import type { Crossing } from './crossing-periods.rules.js';
import { readingsOf, restarted, type Reading } from './cumulative.rules.js';
import { hasValue, sliceKey } from './declared-total.rules.js';
import type { Evidence } from './evidence.rules.js';
import { exceedingOf, type Exceeding } from './exceeding.rules.js';
import type { Dimension, FiguresInput, IndicatorRule } from './figure-input.types.js';
import type { FigureIssue } from './figures.types.js';
import { isBelow, periodDifferences, type Difference } from './nested-periods.rules.js';

/** Issues of one kind named in full; a figure that has more of them has one cause. */
const NAMED = 3;

/** What a figure is compared with: what it is a part of, and the step before it. */
export interface Holders {
  parent: Evidence | null;
  stepBefore: Evidence | null;
}

/** What a reader must know before trusting a figure, in the order of its gravity. */
export function issuesOf(
  evidence: Evidence,
  total: Total,
  { parent, stepBefore }: Holders,
  input: FiguresInput,
): FigureIssue[] {
  const { indicator, facts } = evidence;
  const isSum = timeOperator(indicator) === 'sum';
  return [
    ...(parent ? exceedingOf(evidence, parent, input).slice(0, NAMED).map(exceedsParent(indicator)) : []),
    ...(stepBefore
      ? exceedingOf(evidence, stepBefore, input)
          .slice(0, NAMED)
          .map(exceedsChain(indicator, stepBefore.indicator))
      : []),
    ...total.crossings.slice(0, NAMED).map(overlapping(total)),
    ...(isSum ? periodDifferences(indicator, facts) : []).slice(0, NAMED).map(daysDiffer(indicator)),
    ...breakdownDifferences(indicator, total.counted, facts).slice(0, NAMED).map(partsDiffer(indicator)),
    ...decreases(indicator, facts).slice(0, NAMED),
    ...tooOld(evidence, total),
  ];
}

const idsOf = (facts: readonly MeasurementFact[]): number[] =>
  [...new Set(facts.map(({ id }) => id))].sort(byValue);
const byValue = (one: number, other: number): number => one - other;

const numberOf = (quantity: Quantity, { wording }: IndicatorRule): string =>
  formatQuantity(quantity, wording).text;

const placed = (where: string | null, text: string): string =>
  where === null ? text : sentence`${where} : ${text}`;

const exceedsParent =
  (indicator: IndicatorRule) =>
  ({ where, part, whole, facts }: Exceeding): FigureIssue => ({
    kind: 'exceeds_parent',
    text: placed(
      where,
      sentence`${numberOf(part, indicator)} dépasse le total de ${numberOf(whole, indicator)} : le sous-ensemble ne peut pas être plus grand.`,
    ),
    measurements: idsOf(facts),
  });

const exceedsChain =
  (indicator: IndicatorRule, before: IndicatorRule) =>
  ({ where, part, whole, facts }: Exceeding): FigureIssue => ({
    kind: 'exceeds_chain',
    text: placed(
      where,
      sentence`« ${indicator.shortName} » (${numberOf(part, indicator)}) dépasse « ${before.shortName} » (${numberOf(whole, before)}) : une étape ne peut pas compter plus que la précédente.`,
    ),
    measurements: idsOf(facts),
  });

const periodText = (fact: MeasurementFact): string =>
  formatPeriod({ start: fact.periodStart, end: fact.periodEnd, precision: fact.precision });

/** « janvier, février et mars 2020 » would be wrong for unlike periods: each is written in full, the first ones. */
function periodList(facts: readonly MeasurementFact[]): string {
  const texts = [...new Set(facts.toSorted(byStart).map(periodText))];
  if (texts.length <= NAMED + 1) return joinList(texts.map((text) => `«\u00a0${text}\u00a0»`));
  const shown = texts.slice(0, NAMED).map((text) => `«\u00a0${text}\u00a0»`);
  return `${shown.join(', ')} et ${texts.length - NAMED} autres`;
}

const byStart = (one: MeasurementFact, other: MeasurementFact): number =>
  compareText(one.periodStart, other.periodStart) || compareText(one.periodEnd, other.periodEnd);

const overlapping =
  ({ amount }: Total) =>
  ({ kept, left, complete }: Crossing): FigureIssue => {
    const periods = periodList([...kept, ...left]);
    const counted = complete ? 'chaque jour une fois, par' : 'au moins';
    const what = amount === null ? '' : sentence` Le total compte ${counted} ${periodList(kept)}.`;
    return {
      kind: 'overlapping_periods',
      text: sentence`Les périodes ${periods} se chevauchent : elles ne s’additionnent pas.${what}`,
      measurements: idsOf([...kept, ...left]),
    };
  };

const daysDiffer =
  (indicator: IndicatorRule) =>
  ({ total, parts }: Difference): FigureIssue => ({
    kind: 'parts_differ',
    text: sentence`La valeur donnée pour « ${periodText(total.fact)} » est ${numberOf(total.amount, indicator)}, et ses périodes plus courtes font ${numberOf(parts.sum, indicator)} : la plus longue est retenue.`,
    measurements: idsOf([total.fact, ...parts.facts]),
  });

const BY: Record<Dimension, string> = {
  territory: 'par territoire',
  channel: 'par canal',
  organisation: 'par partenaire',
};

const partsDiffer =
  (indicator: IndicatorRule) =>
  ({ total, parts, dimension }: PartsDifference): FigureIssue => ({
    kind: 'parts_differ',
    text: sentence`Le total déclaré pour « ${periodText(total.fact)} » est ${numberOf(total.amount, indicator)}, et ses parties ${BY[dimension]} font ${numberOf(parts.sum, indicator)} : le total déclaré est retenu.`,
    measurements: idsOf([total.fact, ...parts.facts]),
  });

/** A running total does not go down, unless it starts again. */
function decreases(indicator: IndicatorRule, facts: readonly MeasurementFact[]): FigureIssue[] {
  if (indicator.nature !== 'cumulative') return [];
  const slices = groupBy(facts.filter(hasValue), sliceKey);
  return [...slices.values()].flatMap((slice) => {
    const readings = readingsOf(indicator, slice);
    return readings.slice(1).flatMap((after, index): FigureIssue[] => {
      const before = readings[index] as Reading;
      if (!isBelow(after.amount, before.amount) || restarted(before, after, indicator)) return [];
      const text = sentence`${numberOf(after.amount, indicator)} le ${formatDate(after.day)}, après ${numberOf(before.amount, indicator)} le ${formatDate(before.day)} : un cumul ne diminue pas.`;
      return [{ kind: 'not_increasing', text, measurements: idsOf([before.fact, after.fact]) }];
    });
  });
}

/** The last of the values that no longer stand, when the figure is the less for it. */
function tooOld({ indicator, aged }: Evidence, { counted }: Total): FigureIssue[] {
  const missing = new Set(counted.filter((fact) => !hasValue(fact)).map(({ id }) => id));
  const last = aged
    .filter(({ id }) => missing.has(id))
    .toSorted((one, other) => compareText(other.periodEnd, one.periodEnd));
  const [latest] = last;
  if (!latest || indicator.carryMaxDays === null) return [];
  const text = sentence`La dernière valeur connue date du ${formatDate(latest.periodEnd)} : au-delà de ${indicator.carryMaxDays} ${indicator.carryMaxDays > 1 ? 'jours' : 'jour'}, elle n’est plus reportée.`;
  return [{ kind: 'too_old', text, measurements: idsOf(last) }];
}
