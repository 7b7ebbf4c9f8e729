import { Inject, Injectable } from '@nestjs/common';
import { yearOf } from '../kernel/calendar.rules.js';
import type { ClosedPeriod } from '../kernel/period.types.js';
import { placeholders } from '../platform/database/bulk-sql.js';
import { UnitOfWork } from '../platform/database/unit-of-work.js';
import type { CampaignMonthRow, CampaignShareRow } from './campaign-facts.rules.js';
import type { MeasurementVocabulary, Term } from './measurement.types.js';
import { AXES, type Axis } from './scope.rules.js';

const AXIS_OF = new Map<number, Axis>(Object.entries(AXES).map(([axis, bit]) => [bit, axis as Axis]));

type Raw<Row extends { total: number }> = Omit<Row, 'total'> & { total: string | number };

/** What campaigns come to, with codes in place of identifiers: they are few and known, and joins are not free. */
@Injectable()
export class CampaignSumsRepository {
  constructor(@Inject(UnitOfWork) private readonly unitOfWork: UnitOfWork) {}

  /** The months of the civil years that some days belong to. */
  async months({ start, end }: ClosedPeriod, vocabulary: MeasurementVocabulary): Promise<CampaignMonthRow[]> {
    type MonthRow = Raw<Omit<CampaignMonthRow, 'indicator' | 'campaign'>>;
    const rows = await this.within<MonthRow>(
      `SELECT month, indicator_id AS "indicatorId", campaign_id AS "campaignId", shape, part, marking,
         nullif(source, '') AS source, measurements, total, first_day AS "firstDay", last_day AS "lastDay",
         recorded_at AS "recordedAt"
       FROM campaign_months WHERE month`,
      [yearOf(start) * 100 + 1, yearOf(end) * 100 + 12],
    );
    const [indicators, campaigns] = [codesOf(vocabulary.indicators), codesOf(vocabulary.campaigns)];
    return rows.map((row) => ({
      ...row,
      total: Number(row.total),
      indicator: String(indicators.get(row.indicatorId)),
      campaign: campaigns.get(row.campaignId) ?? null,
    }));
  }

  /** The members of each axis in the civil year of a day. */
  async shares(day: string, vocabulary: MeasurementVocabulary): Promise<CampaignShareRow[]> {
    type ShareRow = Raw<Omit<CampaignShareRow, 'axis'>> & { axis: number };
    const rows = await this.within<ShareRow>(
      `SELECT indicator_id AS "indicatorId", campaign_id AS "campaignId", axis, member, marking, total
       FROM campaign_shares WHERE year`,
      [yearOf(day), yearOf(day)],
    );
    const [territories, organisations] = [codesOf(vocabulary.territories), codesOf(vocabulary.organisations)];
    const codeOf = (axis: Axis, member: string): string => {
      if (axis === 'channel') return member;
      return String((axis === 'territory' ? territories : organisations).get(Number(member)));
    };
    return rows.map((row) => {
      const axis = AXIS_OF.get(row.axis) as Axis;
      return { ...row, axis, member: codeOf(axis, row.member), total: Number(row.total) };
    });
  }

  private within<Row>(text: string, bounds: [number, number]): Promise<Row[]> {
    const { manager } = this.unitOfWork;
    const [from, to] = [placeholders(manager, 1), placeholders(manager, 1, 2)];
    return manager.query(`${text} BETWEEN ${from} AND ${to}`, bounds);
  }
}

const kept = new WeakMap<Map<string, Term>, Map<number, string>>();

/** Codes by identifier, turned round once for each reading of the vocabulary. */
function codesOf(terms: Map<string, Term>): Map<number, string> {
  const known = kept.get(terms) ?? new Map([...terms.values()].map(({ id, code }) => [id, code]));
  kept.set(terms, known);
  return known;
}
