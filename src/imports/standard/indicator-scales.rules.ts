import { slug } from '../../kernel/french-text.rules.js';
import type { Indicator } from '../../indicators/indicator.types.js';
import type { IndicatorScale, RowContext } from './standard-row.rules.js';

/** What reading a value needs of an indicator. */
export type Scaled = Pick<Indicator, 'code' | 'slug' | 'decimals' | 'symbol' | 'nature' | 'aggregationTime'>;

/** Finds what reading a value needs, by a code in any case. Rows repeat few codes: each is looked for once. */
function indicatorScales(indicators: readonly Scaled[]): (code: string) => IndicatorScale | null {
  const bySlug = new Map<string, IndicatorScale>();
  for (const { code, slug: address, decimals, symbol, nature, aggregationTime } of indicators) {
    bySlug.set(address, {
      code,
      decimals,
      symbol,
      isContext: nature === 'context',
      adds: aggregationTime === 'sum',
    });
  }
  const byCode = new Map([...bySlug.values()].map((scale) => [scale.code, scale]));
  return (code) => byCode.get(code) ?? (code.length > 200 ? null : (bySlug.get(slug(code)) ?? null));
}

/** What every row of a file is read with. */
export function rowContext(programme: string | null, indicators: readonly Scaled[]): RowContext {
  const codes = indicators.map((indicator) => indicator.code);
  return { programme, codes, indicator: indicatorScales(indicators) };
}
