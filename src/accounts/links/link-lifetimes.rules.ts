import type { LinkKind } from '../account.types.js';

const MINUTE_MS = 60_000;
const DAY_MS = 24 * 60 * MINUTE_MS;

/** How long a link works, in ms. */
export const LINK_LIFETIME_MS: Readonly<Record<LinkKind, number>> = {
  first_admin: 30 * MINUTE_MS,
  invitation: 7 * DAY_MS,
  password_reset: 30 * MINUTE_MS,
};
