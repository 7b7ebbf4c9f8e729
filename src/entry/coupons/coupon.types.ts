import type { IsoDate } from '../../kernel/period.types.js';

export type CouponState = 'open' | 'expired' | 'revoked';

/** What somebody of the team asks for. */
export interface CouponRequest {
  /** Code of the organisation. */
  organisation: string;
  /** `2020-09`. */
  month: string;
  /** Last day on which it opens. */
  expires: string;
  /** Where to send it; null to hand it over oneself. */
  email: string | null;
}

/** A coupon as the team sees it: never its secret, which is kept nowhere. */
export interface Coupon {
  id: number;
  /** Code of the organisation. */
  organisation: string;
  month: string;
  state: CouponState;
  email: string | null;
  createdBy: number | null;
  createdAt: string;
  expiresAt: IsoDate;
  openings: number;
  lastOpenedAt: string | null;
  /** When figures last came by it; null while none did. */
  lastSentAt: string | null;
}

/** A coupon just made: its path, told nowhere else. */
export interface MadeCoupon {
  path: string;
  /** Where a mail takes it; null when it is to be handed over. */
  sentTo: string | null;
}
