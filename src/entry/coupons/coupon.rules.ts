import { addDays, monthOf } from '../../kernel/calendar.rules.js';
import { monthsBetween, parsePeriodText } from '../../kernel/period.rules.js';
import type { IsoDate } from '../../kernel/period.types.js';
import type { CouponState } from './coupon.types.js';

/** A quarter: longer than any month is awaited, shorter than anybody remembers who has the link. */
const MOST_DAYS = 92;
/** After its end, a coupon still helps to find to whom it went; then the address is forgotten. */
const ADDRESS_DAYS = 30;
const PROPOSED_DAYS = 15;
/** Months that a form proposes, the latest first: three years. */
const MOST_MONTHS = 36;

/** Whether a coupon opens on a day. A revoked one stays revoked, expired or not. */
export function couponState(
  { expiresAt, revokedAt }: { expiresAt: IsoDate; revokedAt: string | null },
  today: IsoDate,
): CouponState {
  if (revokedAt !== null) return 'revoked';
  return expiresAt < today ? 'expired' : 'open';
}

/** The last day that a coupon made today may have, and the one that is proposed. */
export const latestEnd = (today: IsoDate): IsoDate => addDays(today, MOST_DAYS);
export const proposedEnd = (today: IsoDate): IsoDate => addDays(today, PROPOSED_DAYS);

/** Coupons that ended before this day forget where they were sent. */
export const addressesUntil = (today: IsoDate): IsoDate => addDays(today, -ADDRESS_DAYS);

/** Whether a text is a month of the calendar, `2020-09`. */
export const isMonth = (text: string): boolean =>
  /^\d{4}-\d{2}$/.test(text) && parsePeriodText(text) !== null;

/** Whether figures of a month may be asked for: it has begun. */
export const isAskable = (month: string, today: IsoDate): boolean =>
  isMonth(month) && month <= monthOf(today);

/**
 * Months of which figures may be asked for, the latest first: up to the present one.
 * @param first first day of which the programme has figures.
 * @param asked a month to offer whatever its age, when it has begun.
 */
export function couponMonths(first: IsoDate, today: IsoDate, asked: string | null): string[] {
  const months = monthsBetween(monthOf(first), monthOf(today)).toReversed().slice(0, MOST_MONTHS);
  return asked === null || months.includes(asked) || !isAskable(asked, today) ? months : [...months, asked];
}
