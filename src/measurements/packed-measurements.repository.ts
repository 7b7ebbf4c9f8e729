import { Inject, Injectable } from '@nestjs/common';
import { bulkInsert, insertEach } from '../platform/database/bulk-sql.js';
import { sqliteStatement } from '../platform/database/sqlite-statements.js';
import { UnitOfWork } from '../platform/database/unit-of-work.js';
import { Pace } from '../platform/threads/breathe.js';
import { keysAbove, lastDayAbove } from './declared-totals.rules.js';
import { HAS_ANY, HAS_ONE_OF, INSERT_KEY, keyRow } from './measurement-write-sql.js';
import { PARTS } from './measurement-part.rules.js';
import type { MeasurementKey } from './measurement.rules.js';
import type { PackedRows } from './packed-rows.rules.js';
import { sliceOf } from './roll-ups.repository.js';
import { isSameSlice } from './slice-order.rules.js';
import type { SliceSums } from './slice-sums.rules.js';
import { TotalsAboveRepository } from './totals-above.repository.js';
import { VERSION_COLUMNS, versionRow, type VersionStamp } from './version-rows.js';

/** Rows written without a pause. */
const TOGETHER = 1_000;

/** Writes measurements of which nothing is known yet, as most of a large file are, without comparing them one by one. */
@Injectable()
export class PackedMeasurementsRepository {
  constructor(
    @Inject(UnitOfWork) private readonly unitOfWork: UnitOfWork,
    @Inject(TotalsAboveRepository) private readonly totalsAbove: TotalsAboveRepository,
  ) {}

  /**
   * Whether rows may be written as they are: each stands alone, nothing is stored under its key, and no total stands above
   * it. SQLite tells by few questions for each slice; PostgreSQL, where all keys are one question, is not asked.
   */
  async areFresh(rows: PackedRows): Promise<boolean> {
    if (!rows.isPlain || sqliteStatement(this.unitOfWork.manager, HAS_ANY) === null) return false;
    const pace = new Pace();
    for (const slice of slicesOf(rows)) {
      if (!this.isFresh(slice)) return false;
      await pace.breathe();
    }
    return true;
  }

  /**
   * Writes the rows of a block in the order of the index of slices.
   * @param sums what they come to is added to
   * @returns their numbers, in that order
   */
  async write(rows: PackedRows, stamp: VersionStamp, sums: SliceSums): Promise<number[]> {
    const { manager } = this.unitOfWork;
    const written: number[] = [];
    const pace = new Pace();
    for (let rank = 0; rank < rows.count; rank += TOGETHER) {
      const measurements = measurementsOf(rows, rows.order.subarray(rank, rank + TOGETHER));
      const keys = measurements.map((one) => keyRow(one.key, 1, one));
      const ids = await insertEach(manager, INSERT_KEY, keys);
      await pace.breathe();
      const versions = measurements.map(({ content }, index) =>
        versionRow(ids[index] ?? 0, 1, content, stamp),
      );
      await bulkInsert(manager, 'measurement_versions', VERSION_COLUMNS, versions);
      sums.add(measurements, stamp.recordedAt);
      for (const id of ids) written.push(id);
      await pace.breathe();
    }
    return written;
  }

  private isFresh({ own, first, last, periods }: Slice): boolean {
    const { manager } = this.unitOfWork;
    const above = { own, lessDetailed: keysAbove(own), first, last: lastDayAbove(last) };
    if (this.totalsAbove.mayStandAbove(above)) return false;
    const slice = sliceOf(own);
    // Most files are of new days: nothing of the slice is there yet.
    if (sqliteStatement(manager, HAS_ANY)?.get([...slice, first, last]) === undefined) return true;
    return sqliteStatement(manager, HAS_ONE_OF)?.get([JSON.stringify(periods), ...slice]) === undefined;
  }
}

/** The rows of one slice in a block. */
interface Slice {
  own: MeasurementKey;
  /** The first and the last day on which one of them ends. */
  first: string;
  last: string;
  /** `END START` of each. */
  periods: string[];
}

function slicesOf(rows: PackedRows): Slice[] {
  const slices: Slice[] = [];
  let current: Slice | undefined;
  for (const place of rows.order) {
    const key = rows.key(place);
    if (current === undefined || !isSameSlice(current.own, key)) {
      current = { own: key, first: key.periodEnd, last: key.periodEnd, periods: [] };
      slices.push(current);
    }
    current.last = key.periodEnd;
    current.periods.push(`${key.periodEnd} ${key.periodStart}`);
  }
  return slices;
}

const measurementsOf = (rows: PackedRows, places: Uint32Array) =>
  Array.from(places, (place) => ({
    key: rows.key(place),
    content: rows.content(place),
    part: rows.part(place),
    standing: rows.part(place) === PARTS.none ? 0 : 1,
  }));
