import { Inject, Injectable } from '@nestjs/common';
import { UnitOfWork } from '../platform/database/unit-of-work.js';
import { SqlConditions } from '../platform/database/sql-conditions.js';
import type { Absence, Marking, Qualifier } from '../kernel/figure.types.js';
import type { Precision } from '../kernel/period.types.js';
import type { MeasurementFact, MeasurementStatus, StandingStatus } from './measurement.types.js';
import type { Scope } from './scope.rules.js';
import { endingWithin, exactNumber, JOINED_CODES, SHARED_COLUMNS, STANDING } from './measurement-sql.js';

/** Which measurements to read; identifiers and days, already checked. */
export interface FactsFilter {
  from?: string;
  to?: string;
  /** All of them when not given. */
  indicatorIds?: readonly number[];
  /** Of these indicators, only these campaigns. */
  scopes?: readonly Scope[];
  campaignId?: number;
  statuses: readonly StandingStatus[];
}

interface FactRow {
  id: number;
  version: number;
  indicator: string;
  campaign: string | null;
  territory: string | null;
  channel: string | null;
  organisation: string | null;
  periodStart: string;
  periodEnd: string;
  precision: Precision;
  value: string | number | null;
  valueMax: string | number | null;
  qualifier: Qualifier | null;
  absence: Absence | null;
  status: MeasurementStatus;
  marking: Marking;
  source: string | null;
  note: string | null;
  recordedAt: string;
}

/**
 * What stands, with its codes: the newest version that was validated or withdrawn. A draft, a submission or a return
 * waits beside the validated value that it may replace; it never hides it.
 */
@Injectable()
export class FactsRepository {
  constructor(@Inject(UnitOfWork) private readonly unitOfWork: UnitOfWork) {}

  /** In the order of indicators, then of time. */
  async facts(filter: FactsFilter): Promise<MeasurementFact[]> {
    const { manager } = this.unitOfWork;
    const where = endingWithin(new SqlConditions(manager), filter.from, filter.to)
      .when('m.campaign_id = ?', filter.campaignId)
      .oneOf('v.status', filter.statuses);
    if (filter.indicatorIds) where.oneOf('m.indicator_id', filter.indicatorIds);
    if (filter.scopes) {
      const pairs = filter.scopes.map(({ indicatorId, campaignId }) => [indicatorId, campaignId] as const);
      where.oneOf('m.indicator_id', [...new Set(pairs.map(([id]) => id))]);
      where.onePairOf(['m.indicator_id', 'coalesce(m.campaign_id, 0)'], pairs);
    }
    // Said twice for the index of what is in no roll-up.
    if (filter.statuses.every((status) => status === 'withdrawn')) where.that('m.part > 2');
    const rows: FactRow[] = await manager.query(
      `SELECT ${SHARED_COLUMNS} FROM measurements m
       JOIN measurement_versions v ON v.measurement_id = m.id AND ${STANDING} ${JOINED_CODES}
       ${where.clause()} ORDER BY i.position, i.id, m.period_start, m.id`,
      where.parameters,
    );
    return rows.map(toFact);
  }
}

function toFact({ value, valueMax, qualifier, ...row }: FactRow): MeasurementFact {
  const amount = exactNumber(value);
  const quantity =
    amount === null || qualifier === null
      ? null
      : { value: amount, valueMax: exactNumber(valueMax), qualifier };
  return { ...row, quantity };
}
