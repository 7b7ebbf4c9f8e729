import { formatNumber, NO_BREAK_SPACE } from '../../kernel/french-number.rules.js';
import type { NiceScale } from './nice-scale.js';

const MILLION = 1_000_000;
const BILLION = 1_000_000_000;

/** Decimals needed to tell the ticks apart. */
function decimalsOf(step: number): number {
  const decimals = [0, 1, 2, 3, 4].find(
    (digits) => Math.abs(Number(step.toFixed(digits)) - step) < step * 1e-6,
  );
  return decimals ?? 4;
}

/** Axis numbers in French; from a million on in « M », from a billion on in « Md »: only charts may shorten. */
export function tickFormatter(unit: 'count' | 'percent', scale: NiceScale): (value: number) => string {
  const largest = Math.max(Math.abs(scale.min), Math.abs(scale.max));
  const [divisor, suffix] =
    largest >= BILLION
      ? [BILLION, `${NO_BREAK_SPACE}Md`]
      : largest >= MILLION
        ? [MILLION, `${NO_BREAK_SPACE}M`]
        : [1, ''];
  const decimals = decimalsOf(scale.step / divisor);
  return (value) => {
    const number = formatNumber(Math.round((value / divisor) * 10 ** decimals), decimals);
    if (unit === 'percent') return `${number}${suffix}${NO_BREAK_SPACE}%`;
    return value === 0 ? number : `${number}${suffix}`;
  };
}
