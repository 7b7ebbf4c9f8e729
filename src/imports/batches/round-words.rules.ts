import type { Quantity } from '../../kernel/figure.types.js';

/** Below, a number is short enough to be said as it is. */
const SHORTEST = 100;

/**
 * A quantity in round words, for a text or a tile (domain 2.3): 13 060 is « plus de 13 000 », 397 « près de 400 », 15 123
 * « plus de 15 000 ». Two digits are kept; « près de » never says more than a twentieth above. Null when it is round
 * already, short, or not exact.
 */
export function roundWords({ value, qualifier }: Quantity, decimals = 0): Quantity | null {
  const unit = 10 ** decimals;
  if (qualifier !== 'exact' || value < SHORTEST * unit) return null;
  const step = 10 ** (String(Math.trunc(value / unit)).length - 2) * unit;
  const below = Math.floor(value / step) * step;
  if (below === value) return null;
  const above = below + step;
  // The nearest of both, and the lower one when they are as near.
  const isAbove = above - value < value - below && (above - value) * 20 <= above;
  return isAbove
    ? { value: above, valueMax: null, qualifier: 'nearly' }
    : { value: below, valueMax: null, qualifier: 'more_than' };
}
