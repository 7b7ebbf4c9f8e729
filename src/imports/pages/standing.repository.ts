import { Inject, Injectable } from '@nestjs/common';
import { SqlConditions } from '../../platform/database/sql-conditions.js';
import { plainQuery } from '../../platform/database/sqlite-statements.js';
import { UnitOfWork } from '../../platform/database/unit-of-work.js';
import type { MeasurementStatus } from '../../measurements/measurement.types.js';

/** Where the figures of batches stand today. */
@Injectable()
export class StandingRepository {
  constructor(@Inject(UnitOfWork) private readonly unitOfWork: UnitOfWork) {}

  /** How many figures of a batch have each status now, whoever gave it. */
  async of(batchId: number): Promise<ReadonlyMap<MeasurementStatus, number>> {
    const { manager } = this.unitOfWork;
    const where = new SqlConditions(manager).when('w.batch_id = ?', batchId);
    const rows = await plainQuery<{ status: MeasurementStatus; figures: number }>(
      manager,
      `SELECT v.status, CAST(COUNT(DISTINCT m.id) AS integer) AS figures FROM import_written w
       JOIN measurements m ON m.id BETWEEN w.first_id AND w.last_id
       JOIN measurement_versions v ON v.measurement_id = m.id AND v.version = m.version
       ${where.clause()} GROUP BY v.status`,
      where.parameters,
    );
    return new Map(rows.map(({ status, figures }) => [status, figures]));
  }
}
