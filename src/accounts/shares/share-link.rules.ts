import type { IsoDate } from '../../kernel/period.types.js';
import type { ShareKind } from '../account.types.js';

export type ShareState = 'open' | 'expired' | 'revoked';

/** What becomes of a link is known from its two days: the one it was given and the one it was taken back. */
export interface ShareDays {
  /** Last day on which it opens, in the programme's zone. */
  expiresAt: IsoDate;
  revokedAt: string | null;
}

/** Whether a link opens on a day. A revoked one stays revoked, expired or not. */
export function shareState({ expiresAt, revokedAt }: ShareDays, today: IsoDate): ShareState {
  if (revokedAt !== null) return 'revoked';
  return expiresAt < today ? 'expired' : 'open';
}

const PATHS: Readonly<Record<ShareKind, string>> = { dashboard: '/tableau-de-bord', bilan: '/bilans' };

/** The one page that a link opens: `/tableau-de-bord/2020`. */
export const sharedPath = ({ kind, year }: { kind: ShareKind; year: number }): string =>
  `${PATHS[kind]}/${year}`;

/** How a browser, or a program that reads links ahead of people, asks for an address. */
export interface OpeningRequest {
  method: string;
  /** `Sec-Fetch-Dest`: `document` when an address is gone to; older browsers and programs say nothing. */
  destination: string | undefined;
  /** `Sec-Purpose`: `prefetch` when nobody clicked yet. */
  purpose: string | undefined;
}

/** Whether somebody opens the link: not a HEAD, not a script or an image, not a page fetched in advance. */
export const isOpening = ({ method, destination, purpose }: OpeningRequest): boolean =>
  method === 'GET' && (destination === undefined || destination === 'document') && purpose === undefined;
