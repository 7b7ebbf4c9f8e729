import { Inject, Injectable } from '@nestjs/common';
import { placeholders } from '../database/bulk-sql.js';
import { UnitOfWork } from '../database/unit-of-work.js';
import type { AuditRow, JournalFilter } from './audit.types.js';

/** The columns of a row, under the names of the code. */
const ROW = `e.id, e.at, e.actor, e.action, e.subject, e.before, e.after, e.request_id AS "requestId",
  e.details_digest AS "detailsDigest", e.address_digest AS "addressDigest", e.previous_hash AS "previousHash", e.hash`;

/** Reads the journal. */
@Injectable()
export class AuditJournalRepository {
  constructor(@Inject(UnitOfWork) private readonly unitOfWork: UnitOfWork) {}

  /** Rows before an identifier (all of them when null), newest first. */
  async before(id: number | null, filter: JournalFilter, limit: number): Promise<AuditRow[]> {
    const where = this.where(filter).and('e.id < ?', id);
    return this.select(`${where.clause()} ORDER BY e.id DESC LIMIT ${limit}`, where.parameters);
  }

  /** Rows after an identifier, oldest first. */
  async after(id: number, filter: JournalFilter, limit: number): Promise<AuditRow[]> {
    const where = this.where(filter).and('e.id > ?', id);
    return this.select(`${where.clause()} ORDER BY e.id LIMIT ${limit}`, where.parameters);
  }

  private select(rest: string, parameters: unknown[]): Promise<AuditRow[]> {
    return this.unitOfWork.primary.query(`SELECT ${ROW} FROM audit_entries e ${rest}`, parameters);
  }

  private where({ personId, actions, from, until, subject }: JournalFilter): Conditions {
    const where = new Conditions((count, first) => placeholders(this.unitOfWork.primary, count, first))
      .and('e.at >= ?', from)
      .and('e.at < ?', until)
      .and('e.subject = ?', subject);
    if (actions !== undefined) where.and(`e.action IN (${actions.map(() => '?').join(', ')})`, ...actions);
    if (personId !== undefined) {
      const person = `person:${personId}`;
      where.and(
        `(e.actor = ? OR e.subject = ? OR e.id IN (SELECT entry_id FROM audit_personal WHERE person_id = ?))`,
        person,
        person,
        personId,
      );
    }
    return where;
  }
}

/** Conditions of several parameters, which `SqlConditions` does not know. */
class Conditions {
  private readonly conditions: string[] = [];
  readonly parameters: (string | number)[] = [];

  constructor(private readonly placeholders: (count: number, first: number) => string) {}

  /** Adds a condition with as many `?` as values, unless its value is missing. */
  and(condition: string, ...values: (string | number | null | undefined)[]): this {
    const given = values.filter((value) => value !== null && value !== undefined);
    if (given.length < values.length || values.length === 0) return this;
    let next = this.parameters.length + 1;
    this.conditions.push(condition.replaceAll('?', () => this.placeholders(1, next++)));
    this.parameters.push(...given);
    return this;
  }

  clause(): string {
    return this.conditions.length === 0 ? '' : `WHERE ${this.conditions.join(' AND ')}`;
  }
}
