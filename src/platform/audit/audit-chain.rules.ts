import type { AuditRow } from './audit.types.js';

/** What the first row of the chain follows. */
export const CHAIN_START = '0'.repeat(64);

/** The text whose SHA-256 is the hash of a row: every member but the hash, in one order, and the hash before it. */
export function chainText(row: Omit<AuditRow, 'hash'>): string {
  return JSON.stringify([
    row.previousHash,
    row.id,
    row.at,
    row.actor,
    row.action,
    row.subject,
    row.before,
    row.after,
    row.requestId,
    row.detailsDigest,
    row.addressDigest,
  ]);
}

/** The text whose keyed hash signs the end of the chain. */
export const headText = (entryId: number, hash: string): string => `${entryId}:${hash}`;
