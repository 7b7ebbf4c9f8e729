import { readDecimalString } from '../kernel/decimal-string.rules.js';

/** The year that somebody wrote; null for what is none. */
export function readYear(text: string): number | null {
  const reading = readDecimalString(text, 0);
  return reading.kind === 'value' && reading.value >= 1900 && reading.value < 3000 ? reading.value : null;
}
