import { Inject, Injectable } from '@nestjs/common';
import { UnitOfWork } from '../platform/database/unit-of-work.js';
import { CAMPAIGN_SUMS } from './campaign-sums-upkeep.repository.js';
import { partSql, ROLL_UP_COLUMNS, rolledUp, STANDING_SQL } from './roll-up-sql.js';

/** What the roll-ups of an indicator and month hold, beside what its measurements say. */
export interface RollUpDifference {
  indicator: string;
  /** June 2020 is 202006. */
  month: number;
  kept: { measurements: number; total: number };
  found: { measurements: number; total: number };
}

/** Sums of the operations of an indicator that do not say what the roll-ups of their slices say. */
export interface CampaignSumsDifference {
  indicator: string;
  /** June 2020 is 202006, and the year 2020 is 2020. */
  period: number;
}

interface DifferenceRow {
  indicator: string;
  month: number;
  kept: string | number | null;
  keptTotal: string | number | null;
  found: string | number | null;
  foundTotal: string | number | null;
}

const COLUMNS = ROLL_UP_COLUMNS.join(', ');

/** Compares what was noted for totals with the measurements, reading all of both. */
@Injectable()
export class RollUpDifferencesRepository {
  constructor(@Inject(UnitOfWork) private readonly unitOfWork: UnitOfWork) {}

  /** Measurements whose standing version, or the place where it counts, was noted wrongly. */
  async wronglyStanding(limit: number): Promise<number[]> {
    const manager = this.unitOfWork.primary;
    const isPostgres = manager.dataSource.options.type === 'postgres';
    const part = `coalesce((SELECT ${partSql(isPostgres)} FROM measurement_versions v
      WHERE v.measurement_id = m.id AND v.version = m.standing), 0)`;
    const rows: { id: number }[] = await manager.query(
      `SELECT m.id FROM measurements m WHERE m.standing <> ${STANDING_SQL} OR m.part <> ${part}
       ORDER BY m.id LIMIT ${limit}`,
    );
    return rows.map(({ id }) => id);
  }

  async wrongSums(limit: number): Promise<RollUpDifference[]> {
    const rows: DifferenceRow[] = await this.unitOfWork.primary.query(
      `WITH fresh AS (${rolledUp('measurements m')}),
         lacking AS (SELECT ${COLUMNS} FROM fresh EXCEPT SELECT ${COLUMNS} FROM measurement_months),
         spare AS (SELECT ${COLUMNS} FROM measurement_months EXCEPT SELECT ${COLUMNS} FROM fresh),
         wrong AS (SELECT indicator_id, month FROM lacking UNION SELECT indicator_id, month FROM spare)
       SELECT i.code AS indicator, w.month, k.measurements AS kept, k.total AS "keptTotal", f.measurements AS found,
         f.total AS "foundTotal"
       FROM wrong w JOIN indicators i ON i.id = w.indicator_id
         LEFT JOIN (SELECT indicator_id, month, sum(measurements) AS measurements, sum(total) AS total
           FROM measurement_months GROUP BY 1, 2) k ON k.indicator_id = w.indicator_id AND k.month = w.month
         LEFT JOIN (SELECT indicator_id, month, sum(measurements) AS measurements, sum(total) AS total
           FROM fresh GROUP BY 1, 2) f ON f.indicator_id = w.indicator_id AND f.month = w.month
       ORDER BY i.code, w.month LIMIT ${limit}`,
    );
    return rows.map(({ indicator, month, kept, keptTotal, found, foundTotal }) => ({
      indicator,
      month,
      kept: { measurements: Number(kept), total: Number(keptTotal) },
      found: { measurements: Number(found), total: Number(foundTotal) },
    }));
  }

  async wrongCampaignSums(limit: number): Promise<CampaignSumsDifference[]> {
    const found: CampaignSumsDifference[] = [];
    for (const { table, columns, sums } of CAMPAIGN_SUMS) {
      const listed = columns.join(', ');
      const rows: CampaignSumsDifference[] = await this.unitOfWork.primary.query(
        `WITH fresh AS (${sums}),
           lacking AS (SELECT ${listed} FROM fresh EXCEPT SELECT ${listed} FROM ${table}),
           spare AS (SELECT ${listed} FROM ${table} EXCEPT SELECT ${listed} FROM fresh),
           wrong AS (SELECT indicator_id, ${columns[0]} AS period FROM lacking
             UNION SELECT indicator_id, ${columns[0]} FROM spare)
         SELECT i.code AS indicator, w.period FROM wrong w JOIN indicators i ON i.id = w.indicator_id
         ORDER BY i.code, w.period LIMIT ${limit}`,
      );
      found.push(...rows);
    }
    return found;
  }
}
