import { Inject, Injectable } from '@nestjs/common';
import { bulkInsert, forEachTuple } from '../platform/database/bulk-sql.js';
import { UnitOfWork } from '../platform/database/unit-of-work.js';
import { Pace } from '../platform/threads/breathe.js';
import { addToCampaigns, rebuildCampaigns, remakeCampaigns } from './campaign-sums-upkeep.repository.js';
import { monthNumber } from './measurement-part.rules.js';
import type { MeasurementKey } from './measurement.rules.js';
import type { SliceSum, SliceSums } from './slice-sums.rules.js';
import {
  addTo,
  partSql,
  ROLL_UP_COLUMNS,
  ROLL_UP_KEY,
  rolledUp,
  SLICE,
  STANDING_SQL,
} from './roll-up-sql.js';

const ADD_UP = addTo('measurement_months', ROLL_UP_KEY);

const KEY_OF_SLICE = ROLL_UP_KEY.slice(1, 6);

/** The roll-ups of a slice and month, made anew from its measurements: one month of one slice has 32 at most. */
const REMOVE = {
  sqlite: `DELETE FROM measurement_months WHERE ${KEY_OF_SLICE.map((column) => `${column} = ?`).join(' AND ')}
    AND month = ?`,
  postgres: `DELETE FROM measurement_months r
    USING unnest($1::integer[], $2::integer[], $3::integer[], $4::text[], $5::integer[], $6::integer[])
      AS k (k0, k1, k2, k3, k4, month)
    WHERE r.month = k.month AND ${KEY_OF_SLICE.map((column, index) => `r.${column} = k.k${index}`).join(' AND ')}`,
};
const REMAKE = {
  sqlite: `INSERT INTO measurement_months ${rolledUp(
    'measurements m',
    `AND ${SLICE.map((column) => `${column} = ?`).join(' AND ')} AND m.period_end BETWEEN ? AND ?`,
  )}`,
  postgres: `INSERT INTO measurement_months ${rolledUp(
    `unnest($1::integer[], $2::integer[], $3::integer[], $4::text[], $5::integer[], $6::text[], $7::text[])
       AS k (k0, k1, k2, k3, k4, first, last)
     JOIN measurements m ON ${SLICE.map((column, index) => `${column} = k.k${index}`).join(' AND ')}
       AND m.period_end BETWEEN k.first AND k.last`,
  )}`,
};

/** Sums that are added without a pause. */
const TOGETHER = 1_000;

/** Sums of exact values by slice and month, always equal to what the standing versions say. */
@Injectable()
export class RollUpsRepository {
  constructor(@Inject(UnitOfWork) private readonly unitOfWork: UnitOfWork) {}

  /** Counts new measurements in, in the transaction that writes them; none of them is left in `created`. */
  add(created: SliceSums): Promise<void> {
    const sums = created.take();
    return this.unitOfWork.write(async (manager) => {
      const pace = new Pace();
      for (let start = 0; start < sums.length; start += TOGETHER) {
        const some = sums.slice(start, start + TOGETHER);
        const rows = some.map(rowOf);
        await bulkInsert(manager, 'measurement_months', ROLL_UP_COLUMNS, rows, { onConflict: ADD_UP });
        await pace.breathe();
        await addToCampaigns(manager, some);
        await pace.breathe();
      }
    });
  }

  /** Makes the roll-ups around these measurements anew, after some of their versions took the place of others. */
  remake(changedKeys: Iterable<MeasurementKey>): Promise<void> {
    const changed = [...changedKeys];
    const months = new Map<string, { slice: (string | number)[]; month: string }>();
    for (const key of changed) {
      const [slice, month] = [sliceOf(key), key.periodEnd.slice(0, 7)];
      months.set(`${slice.join('|')}|${month}`, { slice, month });
    }
    const touched = [...months.values()];
    return this.unitOfWork.write(async (manager) => {
      const pace = new Pace();
      await forEachTuple(
        manager,
        REMOVE,
        touched.map(({ slice, month }) => [...slice, monthNumber(month)]),
      );
      await pace.breathe();
      await forEachTuple(
        manager,
        REMAKE,
        touched.map(({ slice, month }) => [...slice, `${month}-01`, `${month}-31`]),
      );
      await pace.breathe();
      await remakeCampaigns(manager, changed);
    });
  }

  /**
   * Makes everything anew: which version stands, where it counts, and the sums. A few statements on whole tables, so
   * that it also serves after a load in bulk.
   */
  rebuild(): Promise<void> {
    return this.unitOfWork.write(async (manager) => {
      const isPostgres = manager.dataSource.options.type === 'postgres';
      await manager.query(
        `UPDATE measurements AS m SET standing = ${STANDING_SQL} WHERE m.standing <> ${STANDING_SQL}`,
      );
      const part = `coalesce((SELECT ${partSql(isPostgres)} FROM measurement_versions v
        WHERE v.measurement_id = m.id AND v.version = m.standing), 0)`;
      await manager.query(`UPDATE measurements AS m SET part = ${part} WHERE m.part <> ${part}`);
      await manager.query('DELETE FROM measurement_months');
      await manager.query(`INSERT INTO measurement_months ${rolledUp('measurements m')}`);
      await rebuildCampaigns(manager);
    });
  }
}

/** The parts of a key that say which slice is measured, as the indexes have them. */
export const sliceOf = (key: MeasurementKey): (string | number)[] => [
  key.indicatorId,
  key.campaignId ?? 0,
  key.territoryId ?? 0,
  key.channel ?? '',
  key.organisationId ?? 0,
];

const rowOf = (sum: SliceSum): unknown[] => [
  sum.month,
  ...sliceOf(sum.key),
  sum.part,
  sum.marking,
  sum.source,
  sum.measurements,
  sum.total,
  sum.first,
  sum.last,
  sum.recordedAt,
];
