import { truncateAddress } from './address-truncation.rules.js';

const DAY_MS = 86_400_000;
/** CNIL 2021-122: a journal of accesses is kept six months to a year. */
const SIGN_IN_MONTHS = 12;
const WHOLE_ADDRESS_DAYS = 30;

/** Instants before which something personal is no longer kept, as ISO text. */
export interface RetentionLimits {
  /** Details of sign-ins, and addresses whatever they came with. */
  details: string;
  /** Whole addresses: from then on only their network is kept. */
  wholeAddress: string;
}

/** What is no longer kept at an instant. */
export function retentionLimits(now: Date): RetentionLimits {
  const yearAgo = new Date(now);
  yearAgo.setUTCMonth(yearAgo.getUTCMonth() - SIGN_IN_MONTHS);
  return {
    details: isoSecond(yearAgo),
    wholeAddress: isoSecond(new Date(now.getTime() - WHOLE_ADDRESS_DAYS * DAY_MS)),
  };
}

/** Somebody at the door: the entries whose details go after a year. */
export const isSignIn = (action: string): boolean =>
  action.startsWith('sign_in.') || action.startsWith('session.') || action === 'password.reset_requested';

/** The content of an address facet, of which only the network is left. Doing it twice changes nothing more. */
export function truncatedContent(content: string): string {
  const kept: unknown = JSON.parse(content);
  const isRecord = typeof kept === 'object' && kept !== null && 'address' in kept;
  const address = isRecord && typeof kept.address === 'string' ? truncateAddress(kept.address) : null;
  return JSON.stringify({ address });
}

const isoSecond = (instant: Date): string => instant.toISOString().replace(/\.\d+Z$/, 'Z');
