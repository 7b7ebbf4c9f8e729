import { Inject, Injectable } from '@nestjs/common';
import { CampaignsService } from '../campaigns/campaigns.service.js';
import { IndicatorsService } from '../indicators/indicators.service.js';
import type { Indicator } from '../indicators/indicator.types.js';
import { readDecimalString } from '../kernel/decimal-string.rules.js';
import { DomainError, type InputIssue } from '../kernel/domain-error.js';
import { checkQuantity, toAmount } from '../kernel/figure.rules.js';
import type { Quantity } from '../kernel/figure.types.js';
import { yearPeriod } from '../kernel/period.rules.js';
import type { StoreOutcome } from '../platform/database/store-record.js';
import type { Target, TargetDefinition } from './target.types.js';
import { targetKey } from './targets.rules.js';
import { TargetsRepository } from './targets.repository.js';

const byKey = (one: Target, other: Target): number => {
  const [first, second] = [one, other].map((target) =>
    [target.indicator, target.campaign ?? '', target.kind, target.periodEnd, target.periodStart].join('|'),
  ) as [string, string];
  return first < second ? -1 : first > second ? 1 : 0;
};

/** What was aimed at and where things stood. A year without any is calm and complete. */
@Injectable()
export class TargetsService {
  constructor(
    @Inject(TargetsRepository) private readonly repository: TargetsRepository,
    @Inject(IndicatorsService) private readonly indicators: IndicatorsService,
    @Inject(CampaignsService) private readonly campaigns: CampaignsService,
  ) {}

  /** Targets and baselines whose period ends in a year, in the order of indicator and campaign codes. */
  async ofYear(year: number): Promise<Target[]> {
    const { start, end } = yearPeriod(year);
    const rows = await this.repository.endingBetween(start, end);
    if (rows.length === 0) return [];
    const indicators = new Map((await this.indicators.all()).map((indicator) => [indicator.id, indicator]));
    const campaigns = new Map((await this.campaigns.all()).map(({ id, code }) => [id, code]));
    const targets = rows.map((row): Target => {
      const indicator = indicators.get(row.indicatorId);
      if (indicator === undefined) throw new Error(`target ${row.id} without indicator ${row.indicatorId}`);
      return {
        id: row.id,
        kind: row.kind,
        indicator: indicator.code,
        campaign: row.campaignId === null ? null : (campaigns.get(row.campaignId) ?? null),
        periodStart: row.periodStart,
        periodEnd: row.periodEnd,
        amount: toAmount(row, { signed: indicator.signed }),
        decidedBy: row.decidedBy,
        note: row.note,
        updatedAt: row.updatedAt,
      };
    });
    return targets.sort(byKey);
  }

  /**
   * Creates or updates a target, found by its kind, indicator, campaign and period.
   * @throws DomainError `not_found` on an unknown code, `invalid_target` on a value that the indicator cannot hold.
   */
  async store(definition: TargetDefinition, updatedAt: string): Promise<StoreOutcome> {
    const indicator = await this.indicators.byCode(definition.indicator);
    const campaign = definition.campaign === null ? null : await this.campaigns.byCode(definition.campaign);
    const { kind, periodStart, periodEnd, decidedBy, note } = definition;
    const key = { kind, indicatorId: indicator.id, campaignId: campaign?.id ?? null, periodStart, periodEnd };
    const row = { ...key, ...quantityOf(definition, indicator), decidedBy, note, naturalKey: targetKey(key) };
    return this.repository.store(row, updatedAt);
  }
}

function quantityOf({ value, valueMax, qualifier }: TargetDefinition, indicator: Indicator): Quantity {
  const { decimals, signed, code } = indicator;
  const issues: InputIssue[] = [];
  const read = (path: string, given: number | string): number => {
    const reading = readDecimalString(given, decimals);
    if (reading.kind === 'value') return reading.value;
    issues.push({ path, code: reading.code, message: reading.message });
    return 0;
  };
  const quantity = {
    value: read('value', value),
    valueMax: valueMax === null ? null : read('valueMax', valueMax),
    qualifier,
  };
  if (issues.length === 0) issues.push(...checkQuantity(quantity, { signed }));
  if (issues.length === 0) return quantity;
  throw new DomainError('invalid_target', `La cible de ${code} est à corriger.`, 422, issues);
}
