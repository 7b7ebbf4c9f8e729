import { Inject, Injectable } from '@nestjs/common';
import { inChunks, placeholders } from '../platform/database/bulk-sql.js';
import { SqlConditions } from '../platform/database/sql-conditions.js';
import { UnitOfWork } from '../platform/database/unit-of-work.js';
import type { ScopeIds } from './measurement-scope.rules.js';
import { endingWithin, exactNumber, JOINED_CODES, SHARED_COLUMNS, STANDING } from './measurement-sql.js';
import type { MeasurementRecord } from './measurement-record.types.js';
import { PARTS } from './measurement-part.rules.js';
import type { MeasurementKey } from './measurement.rules.js';
import { KEY } from './measurement-write-sql.js';
import { RollUpsRepository } from './roll-ups.repository.js';

/** Which measurements to list; null lists have no limit. */
export interface RecordsFilter extends ScopeIds {
  from?: string;
  to?: string;
  afterId: number;
  limit: number;
  /** The newest versions, whatever their status; or those that are published. */
  versions: 'newest' | 'published';
}

type Row = Omit<MeasurementRecord, 'value' | 'valueMax'> & {
  value: string | number | null;
  valueMax: string | number | null;
};

const RECORD = `${SHARED_COLUMNS}, i.decimals, v.internal_note AS "internalNote", v.recorded_by AS "recordedBy", v.reason`;

/** Measurements one by one, as the API tells them. */
@Injectable()
export class RecordsRepository {
  constructor(
    @Inject(UnitOfWork) private readonly unitOfWork: UnitOfWork,
    @Inject(RollUpsRepository) private readonly rollUps: RollUpsRepository,
  ) {}

  /** Newest versions in the order of their identifiers, which never change: pages follow each other without gaps. */
  async page(filter: RecordsFilter): Promise<MeasurementRecord[]> {
    const { manager } = this.unitOfWork;
    const where = new SqlConditions(manager).when('m.id > ?', filter.afterId);
    endingWithin(where, filter.from, filter.to);
    within(where, filter);
    const isPublished = filter.versions === 'published';
    if (isPublished) where.oneOf('v.status', ['validated']);
    const rows: Row[] = await manager.query(
      `SELECT ${RECORD} FROM measurements m
       JOIN measurement_versions v ON v.measurement_id = m.id
         AND ${isPublished ? STANDING : 'v.version = m.version'} ${JOINED_CODES}
       ${where.clause()} ORDER BY m.id LIMIT ${filter.limit}`,
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
      within(where, scope);
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
    within(where, scope);
    const rows: Row[] = await manager.query(
      `SELECT ${RECORD} FROM measurements m JOIN measurement_versions v ON v.measurement_id = m.id ${JOINED_CODES}
       ${where.clause()} ORDER BY v.version`,
      where.parameters,
    );
    return rows.map(toRecord);
  }

  /** Adds to a measurement a version that says the same with another status, and why. */
  withdraw(
    last: MeasurementRecord,
    stamp: { recordedAt: string; recordedBy: string; reason: string },
  ): Promise<void> {
    return this.unitOfWork.write(async (manager) => {
      const parameters = (count: number, first = 1): string => placeholders(manager, count, first);
      await manager.query(
        `INSERT INTO measurement_versions (measurement_id, version, value, value_max, qualifier, absence, status, marking,
           precision, source, note, internal_note, recorded_at, recorded_by, reason)
         SELECT measurement_id, version + 1, value, value_max, qualifier, absence, 'withdrawn', marking, precision, source,
           note, internal_note, ${parameters(1)}, ${parameters(1, 2)}, ${parameters(1, 3)}
         FROM measurement_versions WHERE measurement_id = ${parameters(1, 4)} AND version = ${parameters(1, 5)}`,
        [stamp.recordedAt, stamp.recordedBy, stamp.reason, last.id, last.version],
      );
      await manager.query(
        `UPDATE measurements SET version = version + 1, standing = version + 1, part = ${PARTS.withdrawn}
         WHERE id = ${parameters(1)}`,
        [last.id],
      );
      const [key]: MeasurementKey[] = await manager.query(
        `SELECT ${KEY} FROM measurements WHERE id = ${parameters(1)}`,
        [last.id],
      );
      if (key) await this.rollUps.remake([key]);
    });
  }
}

/** The stored row decides, never what a request says of it. */
function within(where: SqlConditions, { indicatorIds, campaignIds, organisationIds }: ScopeIds): void {
  if (indicatorIds !== null) where.oneOf('m.indicator_id', indicatorIds);
  if (campaignIds !== null) where.oneOf('m.campaign_id', campaignIds);
  if (organisationIds !== null) where.oneOf('m.organisation_id', organisationIds);
}

function toRecord(row: Row): MeasurementRecord {
  return { ...row, value: exactNumber(row.value), valueMax: exactNumber(row.valueMax) };
}
