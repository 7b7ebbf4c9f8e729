import type { ClosedPeriod } from '../../kernel/period.types.js';
import type { Slice } from '../plan/collection-line.types.js';
import type { SaidFigure } from './checks.types.js';

/** An indicator and its days as one text. */
export const spanText = ({ indicator, start, end }: Pick<Slice, 'indicator'> & ClosedPeriod): string =>
  `${indicator}|${start}|${end}`;

/** A figure that says something: neither withdrawn nor sent back to its author. */
export const stands = ({ status, quantity }: SaidFigure): boolean =>
  quantity !== null && status !== 'withdrawn' && status !== 'returned';
