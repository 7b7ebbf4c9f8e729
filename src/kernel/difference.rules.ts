import { doubledValue } from './figure.rules.js';
import type { Amount, Interval, Qualifier } from './figure.types.js';
import { boundOf, floorDivide } from './integer-division.rules.js';

const subtract = (one: number | null, other: number | null): number | null =>
  one === null || other === null ? null : boundOf(BigInt(one) - BigInt(other));

/** What lies between two amounts: « plus de 500 » after 320 is « plus de 180 ». Null when nothing is certain of it. */
export function differenceOf(current: Amount, previous: Amount): Amount | null {
  const [now, before] = [current.interval, previous.interval];
  const lower = subtract(now.lower, before.upper);
  const upper = subtract(now.upper, before.lower);
  if (lower === null && upper === null) return null;
  const interval: Interval = {
    lower,
    lowerOpen: lower === null || now.lowerOpen || before.upperOpen,
    upper,
    upperOpen: upper === null || now.upperOpen || before.lowerOpen,
  };
  if (lower === null || upper === null) {
    const qualifier = boundedQualifier(interval);
    return { value: Number(lower ?? upper), valueMax: null, qualifier, interval };
  }
  const value = Number(floorDivide(doubledValue(current) - doubledValue(previous), 2n));
  const isExact = current.qualifier === 'exact' && previous.qualifier === 'exact';
  return { value, valueMax: null, qualifier: isExact ? 'exact' : 'about', interval };
}

function boundedQualifier({ lower, lowerOpen, upperOpen }: Interval): Qualifier {
  if (lower !== null) return lowerOpen ? 'more_than' : 'at_least';
  return upperOpen ? 'less_than' : 'up_to';
}
