import { Inject, Injectable } from '@nestjs/common';
import { bulkInsert, placeholders } from '../database/bulk-sql.js';
import { plainQuery } from '../database/sqlite-statements.js';
import { BOOKKEEPING, UnitOfWork } from '../database/unit-of-work.js';
import type { AuditPersonalRow, AuditRow } from './audit.types.js';

/** The end of the chain. */
export interface ChainHead {
  entryId: number;
  hash: string;
  mac: string;
}

const ROW_COLUMNS = [
  'id',
  'at',
  'actor',
  'action',
  'subject',
  'before',
  'after',
  'request_id',
  'details_digest',
  'address_digest',
  'previous_hash',
  'hash',
] as const;
const PERSONAL_COLUMNS = ['entry_id', 'facet', 'person_id', 'content', 'salt'] as const;

/** Appends to the chain: in plain statements, because every write of the application pays for them. */
@Injectable()
export class AuditChainRepository {
  constructor(@Inject(UnitOfWork) private readonly unitOfWork: UnitOfWork) {}

  async head(): Promise<ChainHead | null> {
    const [row] = await plainQuery<ChainHead>(
      this.unitOfWork.manager,
      'SELECT entry_id AS "entryId", hash, mac FROM audit_head WHERE id = 1',
    );
    return row ?? null;
  }

  /** The last row, whatever the head says. */
  async lastRow(): Promise<Pick<ChainHead, 'entryId' | 'hash'> | null> {
    const [row]: (Pick<ChainHead, 'entryId' | 'hash'> | undefined)[] = await this.unitOfWork.manager.query(
      'SELECT id AS "entryId", hash FROM audit_entries ORDER BY id DESC LIMIT 1',
    );
    return row ?? null;
  }

  /** Whether somebody had an account before the first entry: the journal that told it was taken away. */
  async knewPeopleBefore(instant: string): Promise<boolean> {
    const { manager } = this.unitOfWork;
    const rows: unknown[] = await manager.query(
      `SELECT 1 FROM people WHERE created_at < ${placeholders(manager, 1)} LIMIT 1`,
      [instant],
    );
    return rows.length > 0;
  }

  /** Must run in the transaction in which the head was read. */
  append(row: AuditRow, personal: readonly AuditPersonalRow[], head: ChainHead): Promise<void> {
    return this.unitOfWork.write(async (manager) => {
      const { id, at, actor, action, subject, before, after, requestId } = row;
      const { detailsDigest, addressDigest, previousHash, hash } = row;
      await bulkInsert(manager, 'audit_entries', ROW_COLUMNS, [
        [
          id,
          at,
          actor,
          action,
          subject,
          before,
          after,
          requestId,
          detailsDigest,
          addressDigest,
          previousHash,
          hash,
        ],
      ]);
      await bulkInsert(
        manager,
        'audit_personal',
        PERSONAL_COLUMNS,
        personal.map((one) => [one.entryId, one.facet, one.personId, one.content, one.salt]),
      );
      const parameters = (first: number): string => placeholders(manager, 1, first);
      await plainQuery(
        manager,
        `INSERT INTO audit_head (id, entry_id, hash, mac) VALUES (1, ${placeholders(manager, 3)})
         ON CONFLICT (id) DO UPDATE SET entry_id = ${parameters(4)}, hash = ${parameters(5)}, mac = ${parameters(6)}`,
        [head.entryId, head.hash, head.mac, head.entryId, head.hash, head.mac],
      );
    }, BOOKKEEPING);
  }
}
