import { readDecimalString, decimalString } from '../../kernel/decimal-string.rules.js';
import type { ImportTotal } from '../import.types.js';
import type { IndicatorSketch } from '../interpretation.types.js';

type RateSketch = Pick<IndicatorSketch, 'code' | 'decimals' | 'numerator' | 'denominator' | 'factor'>;

/** Rates are never averaged: each is made again of the totals of its terms, in the months that tell both. */
export function rateTotals(totals: readonly ImportTotal[], sketches: readonly RateSketch[]): ImportTotal[] {
  return sketches.flatMap(({ code, decimals, numerator, denominator, factor }) =>
    totals.flatMap((top): ImportTotal[] => {
      const under = totals.find((one) => one.indicator === denominator && one.period === top.period);
      if (top.indicator !== numerator || under === undefined) return [];
      const [above, below] = [scaled(top), scaled(under)];
      if (above === null || below === null || below === 0n) return [];
      const points = (above * BigInt(factor) * 10n ** BigInt(decimals) * 2n + below) / (below * 2n);
      const value = decimals === 0 ? Number(points) : decimalString(Number(points), decimals);
      const isExact = top.qualifier === 'exact' && under.qualifier === 'exact';
      return [{ indicator: code, period: top.period, value, qualifier: isExact ? 'exact' : 'about' }];
    }),
  );
}

/** To four decimals, so that terms of different scales divide. */
function scaled({ value }: ImportTotal): bigint | null {
  const reading = readDecimalString(value, 4);
  return reading.kind === 'value' ? BigInt(reading.value) : null;
}
