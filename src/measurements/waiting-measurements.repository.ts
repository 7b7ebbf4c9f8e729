import { Inject, Injectable } from '@nestjs/common';
import { SqlConditions } from '../platform/database/sql-conditions.js';
import { UnitOfWork } from '../platform/database/unit-of-work.js';
import type { ScopeIds } from './measurement-scope.rules.js';
import { exactNumber, JOINED_CODES, RECORD, withinScope } from './measurement-sql.js';
import type { WaitingMeasurement, WaitingStatus } from './waiting-measurement.types.js';

type Driven = string | number | null;
type Row = Omit<WaitingMeasurement, 'value' | 'valueMax' | 'stands'> & {
  value: Driven;
  valueMax: Driven;
  standsValue: Driven;
  standsValueMax: Driven;
  standsQualifier: WaitingMeasurement['qualifier'];
  standsAbsence: WaitingMeasurement['absence'];
  standsStatus: WaitingMeasurement['status'] | null;
  standsMarking: WaitingMeasurement['marking'];
};

/** An index holds these figures only: they are found first, for they are few, then what they say. */
const WAITING = 'WITH waiting AS MATERIALIZED (SELECT id FROM measurements WHERE version <> standing)';
const NEWEST = 'FROM waiting w CROSS JOIN measurements m CROSS JOIN measurement_versions v';
const MET = 'm.id = w.id AND v.measurement_id = m.id AND v.version = m.version';
/** Those of the whole programme last. */
const ORDER = `CASE WHEN m.campaign_id IS NULL THEN 1 ELSE 0 END, c.year, c.position, c.id, i.position, i.id,
  m.period_end, m.period_start, m.id`;

/** Figures whose newest version does not count yet. */
@Injectable()
export class WaitingMeasurementsRepository {
  constructor(@Inject(UnitOfWork) private readonly unitOfWork: UnitOfWork) {}

  /** By operation, indicator and time. */
  async page(
    status: WaitingStatus,
    scope: ScopeIds,
    { offset, limit }: { offset: number; limit: number },
  ): Promise<WaitingMeasurement[]> {
    const { manager } = this.unitOfWork;
    const where = new SqlConditions(manager).that(MET).oneOf('v.status', [status]);
    withinScope(where, scope);
    const rows: Row[] = await manager.query(
      `${WAITING}
       SELECT ${RECORD}, s.value AS "standsValue", s.value_max AS "standsValueMax", s.qualifier AS "standsQualifier",
         s.absence AS "standsAbsence", s.status AS "standsStatus", s.marking AS "standsMarking",
         b.recorded_by AS "recordedBefore"
       ${NEWEST}
       LEFT JOIN measurement_versions s ON s.measurement_id = m.id AND s.version = m.standing
       LEFT JOIN measurement_versions b ON b.measurement_id = m.id AND b.version = m.version - 1
       ${JOINED_CODES} ${where.clause()} ORDER BY ${ORDER} LIMIT ${Number(limit)} OFFSET ${Number(offset)}`,
      where.parameters,
    );
    return rows.map(toWaiting);
  }

  /** How many there are of each status. */
  async counts(scope: ScopeIds): Promise<ReadonlyMap<WaitingStatus, number>> {
    const { manager } = this.unitOfWork;
    const where = new SqlConditions(manager).that(MET);
    withinScope(where, scope);
    const rows: { status: WaitingStatus; figures: number }[] = await manager.query(
      `${WAITING} SELECT v.status, CAST(COUNT(*) AS integer) AS figures ${NEWEST} ${where.clause()} GROUP BY v.status`,
      where.parameters,
    );
    return new Map(rows.map(({ status, figures }) => [status, figures]));
  }

  /** The operations and organisations of those of a status, by their codes; null is none. */
  async slices(
    status: WaitingStatus,
    scope: ScopeIds,
  ): Promise<{ campaign: string | null; organisation: string | null }[]> {
    const { manager } = this.unitOfWork;
    const where = new SqlConditions(manager).that(MET).oneOf('v.status', [status]);
    withinScope(where, scope);
    return manager.query(
      `${WAITING}
       SELECT DISTINCT c.code AS campaign, o.code AS organisation ${NEWEST} ${JOINED_CODES}
       ${where.clause()} ORDER BY 1, 2`,
      where.parameters,
    );
  }
}

function toWaiting(row: Row): WaitingMeasurement {
  const {
    standsValue,
    standsValueMax,
    standsQualifier,
    standsAbsence,
    standsStatus,
    standsMarking,
    ...rest
  } = row;
  const stands =
    standsStatus === null
      ? null
      : {
          value: exactNumber(standsValue),
          valueMax: exactNumber(standsValueMax),
          qualifier: standsQualifier,
          absence: standsAbsence,
          status: standsStatus,
          marking: standsMarking,
        };
  return { ...rest, value: exactNumber(row.value), valueMax: exactNumber(row.valueMax), stands };
}
