import { Inject, Injectable } from '@nestjs/common';
import { inChunks } from '../platform/database/bulk-sql.js';
import type { ClosedPeriod } from '../kernel/period.types.js';
import { SqlConditions } from '../platform/database/sql-conditions.js';
import { UnitOfWork } from '../platform/database/unit-of-work.js';
import type { ScopeIds } from './measurement-scope.rules.js';
import { endingWithin, exactNumber, JOINED_CODES, RECORD, STANDING, withinScope } from './measurement-sql.js';
import type { MeasurementRecord } from './measurement-record.types.js';

/** Which measurements to list; null lists have no limit. */
export interface RecordsFilter extends ScopeIds {
  from?: string;
  to?: string;
  afterId: number;
  limit: number;
  /** The newest versions, whatever their status; or those that are published. */
  versions: 'newest' | 'published';
  /** Few of all measurements are asked for, by indicator and month: they are found so, not by reading all from `afterId` on. */
  isNarrow?: boolean;
}

type Row = Omit<MeasurementRecord, 'value' | 'valueMax'> & {
  value: string | number | null;
  valueMax: string | number | null;
};

/** Measurements one by one, as the API tells them. */
@Injectable()
export class RecordsRepository {
  constructor(@Inject(UnitOfWork) private readonly unitOfWork: UnitOfWork) {}

  /** Newest versions in the order of their identifiers, which never change: pages follow each other without gaps. */
  async page(filter: RecordsFilter): Promise<MeasurementRecord[]> {
    const { manager } = this.unitOfWork;
    // The sign keeps both engines from walking along the key.
    const id = filter.isNarrow === true ? '+m.id' : 'm.id';
    const where = new SqlConditions(manager).when(`${id} > ?`, filter.afterId);
    endingWithin(where, filter.from, filter.to);
    withinScope(where, filter);
    const isPublished = filter.versions === 'published';
    if (isPublished) where.oneOf('v.status', ['validated']);
    const rows: Row[] = await manager.query(
      `SELECT ${RECORD} FROM measurements m
       JOIN measurement_versions v ON v.measurement_id = m.id
         AND ${isPublished ? STANDING : 'v.version = m.version'} ${JOINED_CODES}
       ${where.clause()} ORDER BY ${id} LIMIT ${filter.limit}`,
      where.parameters,
    );
    return rows.map(toRecord);
  }

  /**
   * Newest versions of what ends within some days, found by indicator and month: in no order, at most `limit` of them.
   * @param indicatorIds of which indicators; @param periodsOnly leaves out what is told of one day.
   */
  async newestWithin(
    { start, end }: ClosedPeriod,
    scope: ScopeIds & { indicatorIds: readonly number[] },
    { limit, periodsOnly }: { limit: number; periodsOnly: boolean },
  ): Promise<MeasurementRecord[]> {
    const { manager } = this.unitOfWork;
    const where = new SqlConditions(manager);
    withinScope(where, scope);
    endingWithin(where, start, end);
    if (periodsOnly) where.that('m.period_start <> m.period_end');
    const rows: Row[] = await manager.query(
      `SELECT ${RECORD} FROM measurements m
       JOIN measurement_versions v ON v.measurement_id = m.id AND v.version = m.version ${JOINED_CODES}
       ${where.clause()} LIMIT ${limit}`,
      where.parameters,
    );
    return rows.map(toRecord);
  }

  /** Every version of several measurements within the scope, oldest first of each. */
  async histories(ids: readonly number[], scope: ScopeIds): Promise<MeasurementRecord[]> {
    const { manager } = this.unitOfWork;
    const found: MeasurementRecord[] = [];
    for (const chunk of inChunks(ids)) {
      const where = new SqlConditions(manager).oneOf('m.id', chunk);
      withinScope(where, scope);
      const rows: Row[] = await manager.query(
        `SELECT ${RECORD} FROM measurements m JOIN measurement_versions v ON v.measurement_id = m.id ${JOINED_CODES}
         ${where.clause()} ORDER BY m.id, v.version`,
        where.parameters,
      );
      found.push(...rows.map(toRecord));
    }
    return found;
  }

  /** Every version of a measurement, oldest first; empty when there is none, or none within the scope. */
  async versions(id: number, scope: ScopeIds): Promise<MeasurementRecord[]> {
    const { manager } = this.unitOfWork;
    const where = new SqlConditions(manager).when('m.id = ?', id);
    withinScope(where, scope);
    const rows: Row[] = await manager.query(
      `SELECT ${RECORD} FROM measurements m JOIN measurement_versions v ON v.measurement_id = m.id ${JOINED_CODES}
       ${where.clause()} ORDER BY v.version`,
      where.parameters,
    );
    return rows.map(toRecord);
  }
}

function toRecord(row: Row): MeasurementRecord {
  return { ...row, value: exactNumber(row.value), valueMax: exactNumber(row.valueMax) };
}
