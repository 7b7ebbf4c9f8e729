import { canonicalCode, slug } from '../../kernel/french-text.rules.js';
import type { IndicatorSketch, InterpretationContext } from '../interpretation.types.js';
import type { ImportProfile } from './import-profile.types.js';

/** What reading a value needs of its indicator, whether it exists or is only proposed. */
export interface ValueScale {
  code: string;
  decimals: number;
  symbol: string | null;
  isKnown: boolean;
}

/** Finds indicators by their codes in any case: those that exist, then those that a profile proposes. */
export function scaleFinder(
  { scales }: InterpretationContext,
  profile: ImportProfile,
): (code: string) => ValueScale {
  const known = new Map<string, ValueScale>();
  const add = (scale: Pick<IndicatorSketch, 'code' | 'decimals' | 'symbol'>): void => {
    const { code, decimals, symbol } = scale;
    if (!known.has(slug(code))) known.set(slug(code), { code, decimals, symbol, isKnown: true });
  };
  for (const scale of scales) add(scale);
  for (const sketch of profile.indicators) add(sketch);
  const found = new Map<string, ValueScale>();
  return (code) => {
    const asked = found.get(code);
    if (asked !== undefined) return asked;
    const scale = known.get(slug(code)) ?? unknownScale(code);
    found.set(code, scale);
    return scale;
  };
}

const unknownScale = (code: string): ValueScale => ({
  code: canonicalCode(code, '_'),
  decimals: 0,
  symbol: null,
  isKnown: false,
});
