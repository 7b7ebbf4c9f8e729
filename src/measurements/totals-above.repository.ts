import { Inject, Injectable } from '@nestjs/common';
import { sqliteStatement } from '../platform/database/sqlite-statements.js';
import { UnitOfWork } from '../platform/database/unit-of-work.js';
import { slicesAbove } from './declared-totals.rules.js';
import type { PlannedMeasurement } from './measurement-batch.types.js';
import { HAS_ANY, LONGER_PERIODS } from './measurement-write-sql.js';
import { sliceOf } from './roll-ups.repository.js';

/** Rows looked at for each new one, to tell that a slice has no longer period: beyond, looking by keys is quicker. */
const LOOKED_AT = 32;

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
    const { manager } = this.unitOfWork;
    const hasAny = sqliteStatement(manager, HAS_ANY);
    const longerPeriods = sqliteStatement(manager, LONGER_PERIODS);
    if (hasAny === null || longerPeriods === null) return created;
    const worth = new Set<PlannedMeasurement>();
    for (const { measurements, own, lessDetailed, first, last } of slicesAbove(created)) {
      const isAbove = (key: typeof own): boolean => hasAny.get([...sliceOf(key), first, last]) !== undefined;
      const most = LOOKED_AT * measurements.length;
      const { seen, longer } = longerPeriods.get([...sliceOf(own), first, last, most]) as Looked;
      if (longer === 0 && seen < most && !lessDetailed.some(isAbove)) continue;
      for (const measurement of measurements) worth.add(measurement);
    }
    // In their order, which is that of what is told.
    return worth.size === created.length ? created : created.filter((measurement) => worth.has(measurement));
  }
}

interface Looked {
  seen: number;
  longer: number;
}
