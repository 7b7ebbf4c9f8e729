import { Inject, Injectable } from '@nestjs/common';
import { UnitOfWork } from '../database/unit-of-work.js';
import type { ChainHead } from './audit-chain.repository.js';

/** Findings of one kind that are told at most. */
const MOST_ORPHANS = 100;

/** Where the journal begins and ends, all seen at one moment. */
export interface JournalExtent {
  head: ChainHead | null;
  /** Null when there is no row. */
  firstId: number | null;
  /** 0 when there is no row. */
  lastId: number;
  rows: number;
  /** Somebody has an account: whoever made it is in the journal, which therefore has rows. */
  hasPeople: boolean;
}

/** Both engines' counts: PostgreSQL's come as text. */
interface ExtentRow {
  firstId: number | null;
  lastId: number | null;
  rows: number | string;
  entryId: number | null;
  hash: string | null;
  mac: string | null;
  people: number | string;
}

/** Reads the ends of the journal, for its verification. */
@Injectable()
export class AuditVerificationRepository {
  constructor(@Inject(UnitOfWork) private readonly unitOfWork: UnitOfWork) {}

  /** In one statement: a row that is added meanwhile is in both its ends, or in neither. */
  async extent(): Promise<JournalExtent> {
    const [row]: (ExtentRow | undefined)[] = await this.unitOfWork.primary.query(
      `SELECT j.first_id AS "firstId", j.last_id AS "lastId", j.rows, h.entry_id AS "entryId", h.hash, h.mac,
         (SELECT COUNT(*) FROM people) AS people
       FROM (SELECT MIN(id) AS first_id, MAX(id) AS last_id, COUNT(*) AS rows FROM audit_entries) j
       LEFT JOIN audit_head h ON h.id = 1`,
    );
    const { firstId = null, lastId = null, rows = 0, people = 0 } = row ?? {};
    const { entryId = null, hash = null, mac = null } = row ?? {};
    const head = entryId === null || hash === null || mac === null ? null : { entryId, hash, mac };
    return { head, firstId, lastId: lastId ?? 0, rows: Number(rows), hasPeople: Number(people) > 0 };
  }

  /** Entries that personal rows speak of and that do not exist. */
  async orphans(): Promise<number[]> {
    const rows: { entryId: number }[] = await this.unitOfWork.primary.query(
      `SELECT DISTINCT p.entry_id AS "entryId" FROM audit_personal p LEFT JOIN audit_entries e ON e.id = p.entry_id
       WHERE e.id IS NULL ORDER BY p.entry_id LIMIT ${MOST_ORPHANS}`,
    );
    return rows.map(({ entryId }) => entryId);
  }
}
