import { toAmount } from '../kernel/figure.rules.js';
import type { Amount } from '../kernel/figure.types.js';
import type { MeasurementFact } from '../measurements/measurement.types.js';
import type { IndicatorRule } from './figure-input.types.js';

/** The amount that a fact stands for; absent facts have none and must be left out before. */
export function amountOf({ wording }: Pick<IndicatorRule, 'wording'>, fact: MeasurementFact): Amount {
  if (!fact.quantity) throw new Error(`Measurement ${fact.id} has no value.`);
  return toAmount(fact.quantity, { signed: wording.signed });
}
