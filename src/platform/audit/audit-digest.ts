import { createHash } from 'node:crypto';
import { chainText, personalText } from './audit-chain.rules.js';
import type { AuditPersonalRow, AuditRow } from './audit.types.js';

const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex');

/** The hash that chains a row to the one before it. */
export const rowHash = (row: Omit<AuditRow, 'hash'>): string => sha256(chainText(row));

/** The digest that the chain keeps of a personal facet. */
export const personalDigest = (row: AuditPersonalRow): string => sha256(personalText(row));
