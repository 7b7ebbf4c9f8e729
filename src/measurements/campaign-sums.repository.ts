import { Inject, Injectable } from '@nestjs/common';
import { yearOf } from '../kernel/calendar.rules.js';
import type { ClosedPeriod } from '../kernel/period.types.js';
import { placeholders } from '../platform/database/bulk-sql.js';
import { SqlConditions } from '../platform/database/sql-conditions.js';
import { UnitOfWork } from '../platform/database/unit-of-work.js';
import type { CampaignMonthRow, CampaignShareRow } from './campaign-facts.rules.js';
import { campaignMonth, campaignShare, type RawMonth, type RawShare } from './campaign-rows.rules.js';
import { bothSums } from './campaign-sums-sql.js';
import { cutMonths } from './cut-months.rules.js';
import type { MeasurementVocabulary } from './measurement.types.js';
import { endingWithin } from './measurement-sql.js';
import { ROLL_UP_COLUMNS, rolledUp } from './roll-up-sql.js';
import type { Scope } from './scope.rules.js';

/** What campaigns come to, by month and by member of each axis. */
export interface CampaignSums {
  months: CampaignMonthRow[];
  shares: CampaignShareRow[];
}

@Injectable()
export class CampaignSumsRepository {
  constructor(@Inject(UnitOfWork) private readonly unitOfWork: UnitOfWork) {}

  /** The months of the civil years that some days belong to. */
  async months({ start, end }: ClosedPeriod, vocabulary: MeasurementVocabulary): Promise<CampaignMonthRow[]> {
    const rows = await this.within<RawMonth>(
      `SELECT month, indicator_id AS "indicatorId", campaign_id AS "campaignId", shape, part, marking,
         nullif(source, '') AS source, measurements, total, first_day AS "firstDay", last_day AS "lastDay",
         recorded_at AS "recordedAt"
       FROM campaign_months WHERE month`,
      [yearOf(start) * 100 + 1, yearOf(end) * 100 + 12],
    );
    return rows.map((row) => campaignMonth(row, vocabulary));
  }

  /** The members of each axis in the civil year of a day. */
  async shares(day: string, vocabulary: MeasurementVocabulary): Promise<CampaignShareRow[]> {
    const rows = await this.within<RawShare>(
      `SELECT indicator_id AS "indicatorId", campaign_id AS "campaignId", axis, member, marking, total
       FROM campaign_shares WHERE year`,
      [yearOf(day), yearOf(day)],
    );
    return rows.map((row) => campaignShare(row, vocabulary));
  }

  /** Both over days that are no civil year: the database adds up slices by month, and measurements of months that are cut. */
  async cut(
    period: ClosedPeriod,
    scopes: readonly Scope[],
    vocabulary: MeasurementVocabulary,
  ): Promise<CampaignSums> {
    if (scopes.length === 0) return { months: [], shares: [] };
    const { manager } = this.unitOfWork;
    const pairs = scopes.map(({ indicatorId, campaignId }) => [indicatorId, campaignId] as const);
    const ids = [...new Set(pairs.map(([id]) => id))];
    const { whole, cut } = cutMonths(period);
    const slices = new SqlConditions(manager);
    const told: string[] = [];
    if (whole !== null) {
      slices.when('month >= ?', whole[0]).when('month <= ?', whole[1]);
      slices.onePairOf(['indicator_id', 'campaign_id'], pairs);
      told.push(`SELECT ${ROLL_UP_COLUMNS.join(', ')} FROM measurement_months ${slices.clause()}`);
    }
    const parameters = [...slices.parameters];
    for (const { start, end } of cut) {
      const days = endingWithin(new SqlConditions(manager, parameters.length), start, end);
      days.oneOf('m.indicator_id', ids);
      days.onePairOf(['m.indicator_id', 'coalesce(m.campaign_id, 0)'], pairs);
      told.push(rolledUp('measurements m', days.clause().replace('WHERE', 'AND')));
      parameters.push(...days.parameters);
    }
    const rows: (RawMonth & RawShare)[] = await manager.query(
      `WITH r AS MATERIALIZED (${told.join(' UNION ALL ')}) ${bothSums('r')}`,
      parameters,
    );
    return {
      months: rows.filter(({ axis }) => axis === 0).map((row) => campaignMonth(row, vocabulary)),
      shares: rows.filter(({ axis }) => axis !== 0).map((row) => campaignShare(row, vocabulary)),
    };
  }

  private within<Row>(text: string, bounds: [number, number]): Promise<Row[]> {
    const { manager } = this.unitOfWork;
    const [from, to] = [placeholders(manager, 1), placeholders(manager, 1, 2)];
    return manager.query(`${text} BETWEEN ${from} AND ${to}`, bounds);
  }
}
