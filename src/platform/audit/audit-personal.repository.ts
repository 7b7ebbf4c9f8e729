import { Inject, Injectable } from '@nestjs/common';
import { inChunks, placeholders } from '../database/bulk-sql.js';
import { SqlConditions } from '../database/sql-conditions.js';
import { BOOKKEEPING, UnitOfWork } from '../database/unit-of-work.js';
import type { AuditPersonalRow, Facet } from './audit.types.js';

/** How many rows are looked at together. */
const CHUNK = 500;

/** Which personal rows are meant. */
export interface PersonalFilter {
  facet?: Facet;
  personId?: number;
  /** Rows about nobody known that hold this address, as `normalEmail` writes it. */
  email?: string;
  /** Actions of their entries; all of them when not given. */
  actions?: readonly string[];
  /** Entries from before this instant. */
  before?: string;
}

/** What is personal in the journal: found, truncated and deleted. The chain itself is never touched. */
@Injectable()
export class AuditPersonalRepository {
  constructor(@Inject(UnitOfWork) private readonly unitOfWork: UnitOfWork) {}

  /** Deletes rows. @returns the entries that lost something, each once per facet. */
  async remove(filter: PersonalFilter): Promise<number[]> {
    return this.unitOfWork.write(async (manager) => {
      const entries: number[] = [];
      for (;;) {
        const rows = await this.chunk(filter, false);
        for (const { entryId, facet } of rows) {
          await manager.query(
            `DELETE FROM audit_personal WHERE entry_id = ${placeholders(manager, 1)} AND facet = ${placeholders(manager, 1, 2)}`,
            [entryId, facet],
          );
          entries.push(entryId);
        }
        if (rows.length < CHUNK) return entries;
      }
    }, BOOKKEEPING);
  }

  /** Replaces the content of whole addresses from before an instant. @returns how many. */
  async truncateAddresses(before: string, shorten: (content: string) => string): Promise<number> {
    return this.unitOfWork.write(async (manager) => {
      for (let count = 0; ;) {
        const rows = await this.chunk({ facet: 'address', before }, true);
        for (const { entryId, content } of rows) {
          await manager.query(
            `UPDATE audit_personal SET content = ${placeholders(manager, 1)}, salt = NULL
             WHERE entry_id = ${placeholders(manager, 1, 2)} AND facet = 'address'`,
            [shorten(content), entryId],
          );
        }
        count += rows.length;
        if (rows.length < CHUNK) return count;
      }
    }, BOOKKEEPING);
  }

  /** The facets of these entries that are still kept. */
  async ofEntries(entryIds: readonly number[]): Promise<AuditPersonalRow[]> {
    const { primary: manager } = this.unitOfWork;
    const found: AuditPersonalRow[] = [];
    for (const ids of inChunks(entryIds)) {
      const rows: AuditPersonalRow[] = await manager.query(
        `SELECT p.entry_id AS "entryId", p.facet, p.person_id AS "personId", p.content, p.salt
         FROM audit_personal p WHERE p.entry_id IN (${placeholders(manager, ids.length)}) ORDER BY p.entry_id, p.facet`,
        ids,
      );
      found.push(...rows);
    }
    return found;
  }

  private chunk(filter: PersonalFilter, withSalt: boolean): Promise<AuditPersonalRow[]> {
    const { manager } = this.unitOfWork;
    const where = new SqlConditions(manager)
      .when('p.facet = ?', filter.facet)
      .when('p.person_id = ?', filter.personId)
      .when(`p.person_id IS NULL AND p.content LIKE ? ESCAPE '!'`, holding(filter.email))
      .when('e.at < ?', filter.before);
    if (filter.actions !== undefined) where.oneOf('e.action', filter.actions);
    const salted = withSalt ? 'AND p.salt IS NOT NULL' : '';
    return manager.query(
      `SELECT p.entry_id AS "entryId", p.facet, p.person_id AS "personId", p.content, p.salt
       FROM audit_personal p JOIN audit_entries e ON e.id = p.entry_id
       ${where.clause()} ${salted} ORDER BY p.entry_id LIMIT ${CHUNK}`,
      where.parameters,
    );
  }
}

/** The pattern of a content that says `"email":"…"`. */
const holding = (email: string | undefined): string | undefined =>
  email === undefined ? undefined : `%${`"email":${JSON.stringify(email)}`.replaceAll(/[!%_]/g, '!$&')}%`;
