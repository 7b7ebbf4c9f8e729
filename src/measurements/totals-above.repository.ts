import { Inject, Injectable } from '@nestjs/common';
import { sqliteStatement } from '../platform/database/sqlite-statements.js';
import { UnitOfWork } from '../platform/database/unit-of-work.js';
import { slicesAbove, type SliceAbove } from './declared-totals.rules.js';
import type { PlannedMeasurement } from './measurement-batch.types.js';
import { HAS_ANY, HAS_LONGER } from './measurement-write-sql.js';
import type { MeasurementKey } from './measurement.rules.js';
import { sliceOf } from './roll-ups.repository.js';

/** Where totals may stand above new measurements. */
@Injectable()
export class TotalsAboveRepository {
  constructor(@Inject(UnitOfWork) private readonly unitOfWork: UnitOfWork) {}

  /**
   * Leaves out the measurements above which no total can stand, by few questions for each slice of a batch: most files
   * hold no totals, and looking for those of each row by their keys costs as much as writing it. On PostgreSQL, where all
   * keys are one question, all of them stay.
   */
  worthLooking(created: readonly PlannedMeasurement[]): readonly PlannedMeasurement[] {
    const worth = new Set<PlannedMeasurement>();
    for (const slice of slicesAbove(created)) {
      if (!this.mayStandAbove(slice)) continue;
      for (const measurement of slice.measurements) worth.add(measurement);
    }
    // In their order, which is that of what is told.
    return worth.size === created.length ? created : created.filter((measurement) => worth.has(measurement));
  }

  /** Whether a total may stand above measurements of a slice: of more days, or of a dimension less. */
  mayStandAbove({ own, lessDetailed, first, last }: Omit<SliceAbove, 'measurements'>): boolean {
    const { manager } = this.unitOfWork;
    const hasAny = sqliteStatement(manager, HAS_ANY);
    if (hasAny === null) return true;
    const finds = (statement: typeof hasAny, key: MeasurementKey): boolean =>
      statement.get([...sliceOf(key), first, last]) !== undefined;
    const hasLonger = sqliteStatement(manager, HAS_LONGER);
    if (hasLonger === null || finds(hasLonger, own)) return true;
    return lessDetailed.some((key) => finds(hasAny, key));
  }
}
