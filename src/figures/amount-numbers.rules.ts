import type { Amount } from '../kernel/figure.types.js';

/** An amount as the API gives it: numbers in the indicator's own unit, `lower` and `upper` null without a bound. */
export interface AmountNumbers {
  value: number | null;
  valueMax?: number;
  qualifier: string | null;
  lower: number | null;
  upper: number | null;
}

export function amountNumbers(amount: Amount | null, decimals: number): AmountNumbers {
  if (amount === null) return { value: null, qualifier: null, lower: null, upper: null };
  const { value, valueMax, qualifier, interval } = amount;
  return {
    value: unscaled(value, decimals),
    ...(valueMax === null ? {} : { valueMax: unscaled(valueMax, decimals) }),
    qualifier,
    lower: boundOf(interval.lower, decimals),
    upper: boundOf(interval.upper, decimals),
  };
}

/** Dividing by a power of ten gives the closest double to the decimal: 1250 with 2 decimals is 12.5. */
export const unscaled = (value: number, decimals: number): number => value / 10 ** decimals;

export const boundOf = (bound: number | null, decimals: number): number | null =>
  bound === null ? null : unscaled(bound, decimals);
