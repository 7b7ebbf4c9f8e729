import { typographic } from '../kernel/french-text.rules.js';
import { quotientOf, weightedMeanOf, type Quotient, type Weighted } from '../kernel/quotient.rules.js';
import type { MeasurementFact } from '../measurements/measurement.types.js';
import { aggregate, EMPTY, leastFirm, settledFacts, timeOperator, type Total } from './aggregation.rules.js';
import { hasValue, sliceKey } from './declared-total.rules.js';
import { amountOf } from './fact-amount.rules.js';
import { basisOf, sameScope } from './figure-basis.rules.js';
import type { IndicatorRule } from './figure-input.types.js';
import { partialOf } from './partial-total.rules.js';

interface Term {
  indicator: IndicatorRule;
  facts: readonly MeasurementFact[];
}

/** Two facts with the same key speak of the same days of the same slice. */
const keyOf = (fact: MeasurementFact): string => `${sliceKey(fact)}|${fact.periodStart}|${fact.periodEnd}`;

/**
 * A rate over any scope: the sum of its numerators over that of its denominators, never a mean of rates. One that was
 * given as it is stands only where its terms are not known.
 */
export function ratioOf(
  indicator: IndicatorRule,
  given: readonly MeasurementFact[],
  numerator: Term,
  denominator: Term,
): Total {
  const terms = [numerator, denominator].map((term) => aggregate(term.indicator, term.facts));
  const [above, below] = terms as [Total, Total];
  if (above.amount && below.amount) {
    if (haveOneScope(numerator, above, below)) {
      return quotientTotal(indicator, numerator, denominator, above, below);
    }
    return ratioOfPairs(indicator, numerator, denominator, above, below);
  }
  const typed = aggregate(indicator, given);
  if (typed.empty !== 'no_measurement' || terms.every(({ empty }) => empty === 'no_measurement')) {
    return typed;
  }
  const missing = above.amount ? denominator : numerator;
  const why = (above.amount ? below : above).empty === 'not_additive' ? 'non cumulable' : 'non renseigné';
  return notComputed(terms, typographic(`« ${missing.indicator.shortName} » ${why}`));
}

/** States have no days of their own; what is added up must cover the same ones, completely. */
function haveOneScope(numerator: Term, above: Total, below: Total): boolean {
  if (above.partial || below.partial) return false;
  if (timeOperator(numerator.indicator) !== 'sum') return true;
  return sameScope(basisOf(above.counted), basisOf(below.counted));
}

/** From what both terms say of the same days: ten months opened of twelve delivered make a rate of ten months. */
function ratioOfPairs(
  indicator: IndicatorRule,
  numerator: Term,
  denominator: Term,
  above: Total,
  below: Total,
): Total {
  const both = new Set(below.counted.filter(hasValue).map(keyOf));
  const common = new Set(
    above.counted
      .filter(hasValue)
      .map(keyOf)
      .filter((key) => both.has(key)),
  );
  const kept = (total: Total): MeasurementFact[] => total.counted.filter((fact) => common.has(keyOf(fact)));
  const paired = quotientTotal(
    indicator,
    numerator,
    denominator,
    aggregate(numerator.indicator, kept(above)),
    aggregate(denominator.indicator, kept(below)),
  );
  const everything = new Map([...above.counted, ...below.counted].map((fact) => [keyOf(fact), fact]));
  const expected = [...everything].map(([key, fact]) => (common.has(key) ? fact : withoutValue(fact)));
  return { ...paired, partial: paired.amount && partialOf(expected) };
}

const withoutValue = (fact: MeasurementFact): MeasurementFact => ({ ...fact, quantity: null });

function quotientTotal(
  indicator: IndicatorRule,
  numerator: Term,
  denominator: Term,
  above: Total,
  below: Total,
): Total {
  const terms = [above, below];
  if (!above.amount || !below.amount) {
    return notComputed(terms, 'ses deux termes ne portent pas sur les mêmes périodes');
  }
  const power = (term: Pick<IndicatorRule, 'wording'>): bigint => 10n ** BigInt(term.wording.decimals);
  const times = BigInt(indicator.factor) * power(indicator) * power(denominator.indicator);
  const quotient = quotientOf(above.amount, below.amount, { times, over: power(numerator.indicator) });
  return computed(terms, quotient);
}

/** A mean of several groups, each counting for how many it speaks of; without these numbers they do not add up. */
export function meanOf(indicator: IndicatorRule, given: readonly MeasurementFact[], weights: Term): Total {
  const counted = settledFacts(given);
  const valued = counted.filter(hasValue);
  if (valued.length <= 1) return aggregate(indicator, given);
  const known = new Map(weights.facts.filter(hasValue).map((fact) => [keyOf(fact), fact]));
  const groups = valued.flatMap((fact): Weighted[] => {
    const weight = known.get(keyOf(fact));
    if (!weight) return [];
    return [{ mean: amountOf(indicator, fact), weight: amountOf(weights.indicator, weight) }];
  });
  if (groups.length === 0) return aggregate(indicator, given);
  const expected = counted.map((fact) => (known.has(keyOf(fact)) ? fact : withoutValue(fact)));
  const total = computed([{ ...EMPTY, counted }], weightedMeanOf(groups));
  return { ...total, partial: total.amount && partialOf(expected) };
}

/** Dividing by nothing has no object; what is not certain at all is not available. */
function computed(terms: readonly Total[], quotient: Quotient): Total {
  if (quotient.kind === 'amount') return { ...together(terms), amount: quotient.amount, empty: null };
  const isVoid = quotient.reason === 'zero_denominator';
  return isVoid
    ? { ...together(terms), empty: 'absent', absence: { kind: 'not_applicable', note: null } }
    : notComputed(terms, 'indéterminé');
}

const notComputed = (terms: readonly Total[], note: string): Total => ({
  ...together(terms),
  empty: 'absent',
  absence: { kind: 'not_available', note },
});

/** What several totals rest on. */
function together(terms: readonly Total[]): Total {
  const counted = terms.flatMap((term) => term.counted);
  const crossings = terms.flatMap((term) => term.crossings);
  return { ...EMPTY, marking: leastFirm(counted.filter(hasValue)), crossings, counted };
}
