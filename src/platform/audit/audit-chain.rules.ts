import type { AuditPersonalRow, AuditRow } from './audit.types.js';

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

/** The text whose SHA-256 the chain keeps of a personal facet: what it says, of whom, and for which row. */
export function personalText(row: AuditPersonalRow): string {
  return JSON.stringify([row.salt, row.entryId, row.facet, row.personId, row.content]);
}

/** The text whose keyed hash signs the end of the chain. */
export const headText = (entryId: number, hash: string): string => `${entryId}:${hash}`;

/**
 * A text that both engines keep as it is. PostgreSQL refuses U+0000 and neither keeps half a surrogate pair: one
 * character in its place, so that what is hashed is what will be read again. JSON writes both as escapes by itself.
 */
export const keepable = (text: string): string => text.toWellFormed().replaceAll('\u0000', '\ufffd');
