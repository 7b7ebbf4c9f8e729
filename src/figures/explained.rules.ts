import { formatQuantity } from '../kernel/french-number.rules.js';
import { exerciceLabel } from '../programme/exercice.rules.js';
import type { MeasurementFact } from '../measurements/measurement.types.js';
import { aggregate } from './aggregation.rules.js';
import { evidenceOf, factsBehind, totalOf, type Measured } from './evidence.rules.js';
import type { CampaignReference, FiguresInput, IndicatorRule } from './figure-input.types.js';
import { figureOf } from './figure.rules.js';
import type { Explained, TermText } from './provenance.types.js';

/** A figure with what it was chosen from: made once more, so that what explains it is what made it. */
export function explain(
  indicator: IndicatorRule,
  campaign: CampaignReference | null,
  input: FiguresInput,
  withdrawn: readonly MeasurementFact[],
): Explained {
  const evidence = evidenceOf(indicator, campaign?.code ?? null, input);
  const { numerator, denominator } = evidence;
  const isRate = indicator.nature === 'ratio' && numerator !== null && denominator !== null;
  const terms = isRate ? { above: numerator, below: denominator } : null;
  const codes = [
    indicator.code,
    ...(terms ? [terms.above, terms.below] : []).map((term) => term.indicator.code),
  ];
  return {
    figure: figureOf(indicator, campaign, input),
    indicator,
    label: exerciceLabel(input.period),
    terms: terms && { above: termOf(terms.above), below: termOf(terms.below) },
    facts: factsBehind(evidence),
    counted: totalOf(evidence).counted,
    withdrawn: withdrawn.filter(
      (fact) => codes.includes(fact.indicator) && (campaign === null || fact.campaign === campaign.code),
    ),
  };
}

function termOf({ indicator, facts }: Measured): TermText {
  const { amount } = aggregate(indicator, facts);
  return {
    name: indicator.shortName,
    text: amount === null ? '–' : formatQuantity(amount, indicator.wording).text,
  };
}
