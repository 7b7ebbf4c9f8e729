import { doubledValue } from '../kernel/figure.rules.js';
import type { Amount, Interval, Qualifier, Rate, Wording } from '../kernel/figure.types.js';
import { formatQuantity, formatRate, pluralCategory } from '../kernel/french-number.rules.js';
import { boundOf, roundDivide } from '../kernel/integer-division.rules.js';
import { variationOf } from '../kernel/rate.rules.js';
import type { ChangeView } from './figure-comparison.types.js';

type Scale = Pick<Wording, 'decimals' | 'symbol'>;

/**
 * From one amount to another: a percentage where one means something, a difference on a small, absent or negative base,
 * points between two percentages. Null when nothing is certain of it: both are minimums.
 */
export function changeBetween(current: Amount, previous: Amount, scale: Scale): ChangeView | null {
  if (scale.symbol === '%') return differenceView('points', current, previous, scale);
  const rate = variationOf(current, previous, { decimals: scale.decimals });
  if (rate.kind !== 'rate') return differenceView('difference', current, previous, scale);
  return { kind: 'percent', rate, text: isStable(rate) ? STABLE : formatRate(rate, { signed: true }) };
}

const STABLE = 'stable';

const isStable = ({ qualifier, value }: Rate): boolean => qualifier === 'exact' && value === 0;

/** Which way a change goes, as far as it is certain; null when its interval lies on both sides. */
export function wayOf(change: ChangeView): 'up' | 'down' | 'stable' | null {
  if (change.kind === 'not_comparable') return null;
  const { lower, upper } = change.kind === 'percent' ? change.rate : change.amount.interval;
  if (lower === 0 && upper === 0) return 'stable';
  if (lower !== null && lower >= 0) return 'up';
  return upper !== null && upper <= 0 ? 'down' : null;
}

function differenceView(
  kind: 'difference' | 'points',
  current: Amount,
  previous: Amount,
  scale: Scale,
): ChangeView | null {
  const amount = differenceOf(current, previous);
  return amount === null ? null : { kind, amount, text: differenceText(amount, kind, scale) };
}

const minus = (one: number | null, other: number | null): number | null =>
  one === null || other === null ? null : boundOf(BigInt(one) - BigInt(other));

/** One amount less another, with what is certain of it; null when nothing is, or when no number holds it. */
export function differenceOf(current: Amount, previous: Amount): Amount | null {
  const [now, then] = [current.interval, previous.interval];
  const interval: Interval = {
    lower: minus(now.lower, then.upper),
    lowerOpen: now.lowerOpen || then.upperOpen,
    upper: minus(now.upper, then.lower),
    upperOpen: now.upperOpen || then.lowerOpen,
  };
  const value = boundOf(roundDivide(doubledValue(current) - doubledValue(previous), 2n));
  const { lower, upper } = interval;
  if (value === null || (lower === null && upper === null)) return null;
  const qualifier = qualifierOf(current, previous, value, interval);
  if (qualifier === 'between') return { value: lower as number, valueMax: upper, qualifier, interval };
  if (qualifier === 'at_least') return { value: lower as number, valueMax: null, qualifier, interval };
  return { value: qualifier === 'up_to' ? (upper as number) : value, valueMax: null, qualifier, interval };
}

const isCeiling = ({ qualifier }: Amount): boolean => qualifier === 'less_than' || qualifier === 'up_to';

function qualifierOf(
  current: Amount,
  previous: Amount,
  value: number,
  { lower, upper }: Interval,
): Qualifier {
  if (lower === null) return 'up_to';
  if (upper === null) return 'at_least';
  if (current.qualifier === 'exact' && previous.qualifier === 'exact') return 'exact';
  const straddles = lower < 0 && upper > 0;
  if (!straddles && isCeiling(current)) return 'up_to';
  if (!straddles && isCeiling(previous)) return 'at_least';
  if (straddles || current.qualifier === 'between' || previous.qualifier === 'between') return 'between';
  return current.qualifier === 'nearly' && previous.qualifier === 'exact' && value > 0 ? 'nearly' : 'about';
}

/** « +12 », « près de +12 », « +3 points », « au moins +1 200 € »; a fall that is at least so large says so. */
function differenceText(amount: Amount, kind: 'difference' | 'points', { decimals, symbol }: Scale): string {
  // « +0,2 » of a note out of five: what it is out of was said before.
  const unitless = kind === 'points' || symbol?.startsWith('/') === true;
  const wording = { decimals, symbol: unitless ? null : symbol, signed: true };
  if (amount.qualifier === 'exact' && amount.value === 0) return STABLE;
  const unit = kind === 'points' ? `\u00a0${pointWord(amount, decimals)}` : '';
  // « au moins −5 » and « jusqu’à −5 » would both read as the contrary of what is known.
  if ((amount.qualifier === 'up_to' || amount.qualifier === 'at_least') && amount.value < 0) {
    const fall = { value: -amount.value, valueMax: null, qualifier: 'exact' } as const;
    const number = `${formatQuantity(fall, { ...wording, signed: false }).number}${unit}`;
    return amount.qualifier === 'up_to'
      ? `baisse d’au moins ${number}`
      : `baisse d’au plus ${number}, ou hausse`;
  }
  if (amount.qualifier === 'up_to')
    return `au plus ${formatQuantity({ ...amount, qualifier: 'exact' }, wording).number}${unit}`;
  return `${formatQuantity(amount, wording).text}${unit}`;
}

const pointWord = ({ value, valueMax }: Amount, decimals: number): string =>
  pluralCategory(valueMax ?? value, decimals) === 'one' ? 'point' : 'points';
