import type { Absence, Quantity, Wording } from './figure.types.js';
import { formatQuantity } from './french-number.rules.js';

/** A quantity as a field shows it again, digit by digit: « 2 millions » would be read as about two millions. */
export const typedQuantity = (
  quantity: Quantity,
  scale: Pick<Wording, 'decimals' | 'symbol' | 'signed'>,
): string => formatQuantity(quantity, scale, { cents: true, digits: true }).text;

/** What people type in place of a number that is not there. */
export const TYPED_ABSENCES: Readonly<Record<Absence, string>> = {
  not_communicated: 'nc',
  not_available: 'nd',
  not_applicable: 'so',
  suppressed: 's',
};
