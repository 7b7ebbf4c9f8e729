import type { DataCaller, Role } from '../../src/accounts/account.types.js';

/** Somebody who writes figures, as services see them. @param role null for a program. */
export const dataCaller = (
  signature: string,
  role: Role | null,
  organisations: string[] | null = null,
): DataCaller => ({
  signature,
  limits: { indicators: null, campaigns: null, organisations },
  role,
  readsReserved: true,
  readsInternal: role !== 'contributor',
  tokenId: null,
});
