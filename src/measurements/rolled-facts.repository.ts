import { Inject, Injectable } from '@nestjs/common';
import { groupBy } from '../kernel/group-by.rules.js';
import type { ClosedPeriod } from '../kernel/period.types.js';
import { placeholders } from '../platform/database/bulk-sql.js';
import { UnitOfWork } from '../platform/database/unit-of-work.js';
import { campaignFact, isExact, planOfCampaigns, type CampaignPlan } from './campaign-facts.rules.js';
import { CampaignSumsRepository } from './campaign-sums.repository.js';
import { FactsRepository } from './facts.repository.js';
import type { MeasurementFact, MeasurementVocabulary, StandingStatus } from './measurement.types.js';
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

/** What counts within some days, added up by campaign wherever that changes no total. */
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
    const indicatorIds = [...new Set([...vocabulary.indicators.values()].map(({ id }) => id))];
    return this.factRows.facts({ from: period.start, to: period.end, statuses, indicatorIds });
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
    const added = await this.added(period, plan, vocabulary);
    const facts = await this.factRows.facts({
      from,
      to,
      statuses: ['validated'],
      indicatorIds: [...ids.keys()].filter((id) => !mayBeSummed(id)),
    });
    const scopes = [...added.beyond, ...plan.mixed, ...apart.filter((one) => mayBeSummed(one.indicatorId))];
    if (scopes.length > 0)
      facts.push(...(await this.factRows.facts({ from, to, statuses: ['validated'], scopes })));
    if (statuses.includes('withdrawn'))
      facts.push(...(await this.factRows.facts({ from, to, statuses: ['withdrawn'] })));
    return [...facts, ...added.facts];
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

  /** The sums of campaigns, and those of them that are beyond safe integers: their measurements are read one by one. */
  private async added(
    period: ClosedPeriod,
    { summed, cut }: CampaignPlan,
    vocabulary: MeasurementVocabulary,
  ): Promise<{ facts: MeasurementFact[]; beyond: Scope[] }> {
    const partly = await this.campaigns.cut(period, cut, vocabulary);
    const shares = summed.size === 0 ? [] : await this.campaigns.shares(period.start, vocabulary);
    const [all, some] = [groupBy(shares, scopeKey), groupBy(partly.shares, scopeKey)];
    const beyond: Scope[] = [];
    let last = 0;
    const nextId = (): number => (last -= 1);
    const facts = [...summed].map(([key, months]) => campaignFact(months, all.get(key) ?? [], nextId));
    for (const [key, months] of groupBy(partly.months, scopeKey)) {
      if (isExact(months)) facts.push(campaignFact(months, some.get(key) ?? [], nextId));
      else beyond.push(months[0]);
    }
    return { facts, beyond };
  }
}
