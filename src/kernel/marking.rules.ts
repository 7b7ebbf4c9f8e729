import type { Marking } from './figure.types.js';

/** The least firm part decides: one provisional month makes a provisional year. */
const LEAST_FIRM_FIRST: readonly Marking[] = ['provisional', 'estimated', 'revised', 'final'];

/** The marking of what is made of several values; final for nothing. */
export const leastFirmOf = (markings: ReadonlySet<Marking>): Marking =>
  LEAST_FIRM_FIRST.find((marking) => markings.has(marking)) ?? 'final';
