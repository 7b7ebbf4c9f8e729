import { Inject, Injectable } from '@nestjs/common';
import type { ClosedPeriod } from '../kernel/period.types.js';
import { placeholders } from '../platform/database/bulk-sql.js';
import { UnitOfWork } from '../platform/database/unit-of-work.js';
import { FactsRepository } from './facts.repository.js';
import { monthNumber } from './measurement-part.rules.js';
import type { MeasurementFact, StandingStatus } from './measurement.types.js';
import { planOfRolled, rolledFact, type RolledRow } from './rolled-facts.rules.js';

/** Turns tried when a write comes between two readings, before everything is read in one. */
const TURNS = 3;

/** Indicators of the vocabulary: those that may come added up, and the others. */
export interface SummedIndicators {
  summedIds: readonly number[];
  otherIds: readonly number[];
}

/** What counts within some days, added up by slice and month wherever that changes no total. */
@Injectable()
export class RolledFactsRepository {
  constructor(
    @Inject(UnitOfWork) private readonly unitOfWork: UnitOfWork,
    @Inject(FactsRepository) private readonly factRows: FactsRepository,
  ) {}

  /** Several statements: made again when the data changed meanwhile, so that all of them see the same. */
  async facts(
    period: ClosedPeriod,
    statuses: readonly StandingStatus[],
    indicators: SummedIndicators,
  ): Promise<MeasurementFact[]> {
    for (let turn = 0; turn < TURNS; turn += 1) {
      const version = await this.unitOfWork.dataVersion();
      const facts = await this.read(period, statuses, indicators);
      if (version === (await this.unitOfWork.dataVersion())) return facts;
    }
    return this.factRows.facts({ from: period.start, to: period.end, statuses });
  }

  private async read(
    period: ClosedPeriod,
    statuses: readonly StandingStatus[],
    { summedIds, otherIds }: SummedIndicators,
  ): Promise<MeasurementFact[]> {
    const { start: from, end: to } = period;
    const apart = await this.apart(period);
    const mayBeSummed = new Set(summedIds.filter((id) => !apart.has(id)));
    const rows = (await this.rolled(period)).filter((row) => mayBeSummed.has(row.indicatorId));
    const { added, months, indicatorIds } = planOfRolled(rows, period);
    const isRolled = new Set(indicatorIds);
    const whole = [...summedIds, ...otherIds].filter((id) => !isRolled.has(id));
    const facts = await this.factRows.facts({ from, to, statuses, indicatorIds: whole });
    if (indicatorIds.length > 0 && statuses.includes('withdrawn')) {
      facts.push(...(await this.factRows.facts({ from, to, statuses: ['withdrawn'], indicatorIds })));
    }
    for (const [month, ids] of months) {
      const name = `${String(month).slice(0, -2)}-${String(month).slice(-2)}`;
      const [first, last] = [`${name}-01`, `${name}-31`];
      const within = { from: first > from ? first : from, to: last < to ? last : to };
      facts.push(...(await this.factRows.facts({ ...within, statuses: ['validated'], indicatorIds: ids })));
    }
    return [...facts, ...added.map(rolledFact)];
  }

  /** Indicators of which something that is in no roll-up counts within these days. */
  private async apart({ start, end }: ClosedPeriod): Promise<Set<number>> {
    const { manager } = this.unitOfWork;
    const rows: { id: number }[] = await manager.query(
      `SELECT DISTINCT indicator_id AS id FROM measurements
       WHERE part > 2 AND part = 3 AND period_end BETWEEN ${placeholders(manager, 1)} AND ${placeholders(manager, 1, 2)}`,
      [start, end],
    );
    return new Set(rows.map(({ id }) => id));
  }

  private async rolled({ start, end }: ClosedPeriod): Promise<RolledRow[]> {
    const { manager } = this.unitOfWork;
    const rows: (Omit<RolledRow, 'total'> & { total: string | number })[] = await manager.query(
      `SELECT r.month, r.indicator_id AS "indicatorId", i.code AS indicator, c.code AS campaign, t.code AS territory,
         nullif(r.channel, '') AS channel, o.code AS organisation, r.part, r.marking,
         nullif(r.source, '') AS source, r.measurements, r.total, r.first_day AS "firstDay",
         r.last_day AS "lastDay", r.recorded_at AS "recordedAt"
       FROM measurement_months r JOIN indicators i ON i.id = r.indicator_id
         LEFT JOIN campaigns c ON c.id = r.campaign_id
         LEFT JOIN territories t ON t.id = r.territory_id
         LEFT JOIN organisations o ON o.id = r.organisation_id
       WHERE r.month BETWEEN ${placeholders(manager, 1)} AND ${placeholders(manager, 1, 2)}
       ORDER BY r.month, r.indicator_id, r.campaign_id, r.territory_id, r.channel, r.organisation_id`,
      [monthNumber(start), monthNumber(end)],
    );
    return rows.map((row) => ({ ...row, total: Number(row.total) }));
  }
}
