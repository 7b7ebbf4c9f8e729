import { mirrored, sumAmounts } from '../kernel/figure.rules.js';
import type { Amount, Qualifier, RateResult, Wording } from '../kernel/figure.types.js';
import { formatQuantity, formatRate } from '../kernel/french-number.rules.js';
import { rateOf } from '../kernel/rate.rules.js';
import type { ProgressView } from './figure-standing.types.js';

/** On the other side of zero, a floor is a ceiling. */
const OPPOSITES: Partial<Record<Qualifier, Qualifier>> = {
  more_than: 'less_than',
  less_than: 'more_than',
  at_least: 'up_to',
  up_to: 'at_least',
};

function negated({ value, valueMax, qualifier, interval }: Amount): Amount {
  return {
    value: 0 - (valueMax ?? value),
    valueMax: valueMax === null ? null : 0 - value,
    qualifier: OPPOSITES[qualifier] ?? qualifier,
    interval: mirrored(interval),
  };
}

const isSmall = ({ value, valueMax }: Amount): boolean =>
  Math.max(Math.abs(value), Math.abs(valueMax ?? value)) <= Number.MAX_SAFE_INTEGER / 2;

/** From one amount to another; null beyond what can be held exactly. */
const distance = (from: Amount, to: Amount): Amount | null =>
  isSmall(from) && isSmall(to) ? sumAmounts([to, negated(from)]) : null;

/**
 * « Taux d’avancement »: the way made out of the way to make, (value − baseline) / (target − baseline). Works downwards
 * as upwards, is never bounded (118 % is said, −5 % as well), and does not exist where there is no way to make.
 */
export function progressOf(value: Amount, baseline: Amount, target: Amount): RateResult {
  const made = distance(baseline, value);
  const whole = distance(baseline, target);
  if (made === null || whole === null) return { kind: 'not_computable', reason: 'unbounded' };
  const downwards = whole.value < 0;
  return downwards ? rateOf(negated(made), negated(whole)) : rateOf(made, whole);
}

/** The same as a figure shows it; null without a baseline, a target or a value. */
export function progressView(
  value: Amount | null,
  baseline: Amount | null,
  target: Amount,
  wording: Pick<Wording, 'decimals' | 'symbol' | 'signed'>,
): ProgressView | null {
  if (value === null || baseline === null) return null;
  const rate = progressOf(value, baseline, target);
  return {
    baseline: { amount: baseline, text: formatQuantity(baseline, wording).text },
    rate,
    text: formatRate(rate),
  };
}
