import { Inject, Injectable } from '@nestjs/common';
import { groupBy } from '../kernel/group-by.rules.js';
import type { ClosedPeriod } from '../kernel/period.types.js';
import { placeholders } from '../platform/database/bulk-sql.js';
import { SqlConditions } from '../platform/database/sql-conditions.js';
import { UnitOfWork } from '../platform/database/unit-of-work.js';
import { campaignFact, planOfCampaigns, type CampaignPlan } from './campaign-facts.rules.js';
import { CampaignSumsRepository } from './campaign-sums.repository.js';
import { FactsRepository } from './facts.repository.js';
import { monthNumber } from './measurement-part.rules.js';
import type { MeasurementFact, MeasurementVocabulary, StandingStatus } from './measurement.types.js';
import { planOfRolled, rolledFact, type RolledRow } from './rolled-facts.rules.js';
import { scopeKey, type Scope } from './scope.rules.js';

/** Turns tried when a write comes between two readings, before everything is read in one. */
const TURNS = 3;

/** What may come added up: codes of indicators that add up along every axis. */
export interface SummedQuery {
  period: ClosedPeriod;
  statuses: readonly StandingStatus[];
  summed: readonly string[];
}

/** A campaign of which something counts that is in no sum. */
interface ApartRow extends Scope {
  lacks: number;
}

/** What counts within some days, added up by campaign, or by slice and month, wherever that changes no total. */
@Injectable()
export class RolledFactsRepository {
  constructor(
    @Inject(UnitOfWork) private readonly unitOfWork: UnitOfWork,
    @Inject(FactsRepository) private readonly factRows: FactsRepository,
    @Inject(CampaignSumsRepository) private readonly campaigns: CampaignSumsRepository,
  ) {}

  /** Several statements: made again when the data changed meanwhile, so that all of them see the same. */
  async facts(query: SummedQuery, vocabulary: MeasurementVocabulary): Promise<MeasurementFact[]> {
    for (let turn = 0; turn < TURNS; turn += 1) {
      const version = await this.unitOfWork.dataVersion();
      const facts = await this.read(query, vocabulary);
      if (version === (await this.unitOfWork.dataVersion())) return facts;
    }
    const { period, statuses } = query;
    return this.factRows.facts({ from: period.start, to: period.end, statuses });
  }

  private async read(
    { period, statuses, summed }: SummedQuery,
    vocabulary: MeasurementVocabulary,
  ): Promise<MeasurementFact[]> {
    const { start: from, end: to } = period;
    const apart = await this.apart(period);
    // An absence is told beside the slices that were given, one by one: « 3 partenaires sur 4 ».
    const lacking = new Set(apart.filter(({ lacks }) => lacks > 0).map(({ indicatorId }) => indicatorId));
    const codes = new Set(summed);
    const ids = new Map([...vocabulary.indicators.values()].map(({ id, code }) => [id, codes.has(code)]));
    const mayBeSummed = (id: number): boolean => ids.get(id) === true && !lacking.has(id);
    const isApart = new Set(apart.map(scopeKey));
    const months = (await this.campaigns.months(period, vocabulary)).filter(({ indicatorId }) =>
      mayBeSummed(indicatorId),
    );
    const plan = planOfCampaigns(months, period, (scope) => !isApart.has(scopeKey(scope)));
    const facts = await this.factRows.facts({
      from,
      to,
      statuses: ['validated'],
      indicatorIds: [...ids.keys()].filter((id) => !mayBeSummed(id)),
    });
    const scopes = [...plan.mixed, ...apart.filter(({ indicatorId }) => mayBeSummed(indicatorId))];
    facts.push(...(await this.oneByOne(period, scopes)));
    if (statuses.includes('withdrawn'))
      facts.push(...(await this.factRows.facts({ from, to, statuses: ['withdrawn'] })));
    const sliced = await this.sliced(period, plan.sliced, facts);
    return [...facts, ...sliced, ...(await this.added(period, plan, vocabulary, sliced.length))];
  }

  /** Campaigns of which something that is in no sum counts within these days, and whether it is an absence. */
  private async apart({ start, end }: ClosedPeriod): Promise<ApartRow[]> {
    const { manager } = this.unitOfWork;
    return manager.query(
      `SELECT m.indicator_id AS "indicatorId", coalesce(m.campaign_id, 0) AS "campaignId",
         max(CASE WHEN v.value IS NULL THEN 1 ELSE 0 END) AS lacks
       FROM measurements m JOIN measurement_versions v ON v.measurement_id = m.id AND v.version = m.standing
       WHERE m.part > 2 AND m.part = 3
         AND m.period_end BETWEEN ${placeholders(manager, 1)} AND ${placeholders(manager, 1, 2)}
       GROUP BY 1, 2`,
      [start, end],
    );
  }

  private async oneByOne(period: ClosedPeriod, scopes: readonly Scope[]): Promise<MeasurementFact[]> {
    if (scopes.length === 0) return [];
    return this.factRows.facts({ from: period.start, to: period.end, statuses: ['validated'], scopes });
  }

  /** Slices added up by month; a month that the days cut, or with two sums of one slice, comes one by one into `facts`. */
  private async sliced(
    period: ClosedPeriod,
    scopes: readonly Scope[],
    facts: MeasurementFact[],
  ): Promise<MeasurementFact[]> {
    if (scopes.length === 0) return [];
    const { added, oneByOne } = planOfRolled(await this.rolled(period, scopes), period);
    for (const [month, asked] of groupBy(oneByOne, (one) => String(one.month))) {
      const name = `${month.slice(0, -2)}-${month.slice(-2)}`;
      const [first, last] = [`${name}-01`, `${name}-31`];
      const start = first > period.start ? first : period.start;
      const end = last < period.end ? last : period.end;
      facts.push(
        ...(await this.oneByOne(
          { start, end },
          asked.map(({ scope }) => scope),
        )),
      );
    }
    return added.map(rolledFact);
  }

  private async rolled({ start, end }: ClosedPeriod, scopes: readonly Scope[]): Promise<RolledRow[]> {
    const { manager } = this.unitOfWork;
    const where = new SqlConditions(manager)
      .when('r.month >= ?', monthNumber(start))
      .when('r.month <= ?', monthNumber(end))
      .onePairOf(
        ['r.indicator_id', 'r.campaign_id'],
        scopes.map(({ indicatorId, campaignId }) => [indicatorId, campaignId]),
      );
    const rows: (Omit<RolledRow, 'total'> & { total: string | number })[] = await manager.query(
      `SELECT r.month, r.indicator_id AS "indicatorId", r.campaign_id AS "campaignId", i.code AS indicator,
         c.code AS campaign, t.code AS territory, nullif(r.channel, '') AS channel, o.code AS organisation, r.part,
         r.marking, nullif(r.source, '') AS source, r.measurements, r.total, r.first_day AS "firstDay",
         r.last_day AS "lastDay", r.recorded_at AS "recordedAt"
       FROM measurement_months r JOIN indicators i ON i.id = r.indicator_id
         LEFT JOIN campaigns c ON c.id = r.campaign_id
         LEFT JOIN territories t ON t.id = r.territory_id
         LEFT JOIN organisations o ON o.id = r.organisation_id
       ${where.clause()}
       ORDER BY r.month, r.indicator_id, r.campaign_id, r.territory_id, r.channel, r.organisation_id`,
      where.parameters,
    );
    return rows.map((row) => ({ ...row, total: Number(row.total) }));
  }

  private async added(
    { start }: ClosedPeriod,
    { summed }: CampaignPlan,
    vocabulary: MeasurementVocabulary,
    taken: number,
  ): Promise<MeasurementFact[]> {
    if (summed.size === 0) return [];
    const shares = groupBy(await this.campaigns.shares(start, vocabulary), scopeKey);
    let last = -taken;
    const nextId = (): number => (last -= 1);
    return [...summed].map(([key, months]) => campaignFact(months, shares.get(key) ?? [], nextId));
  }
}
