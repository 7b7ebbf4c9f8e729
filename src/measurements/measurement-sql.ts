import type { SqlConditions } from '../platform/database/sql-conditions.js';
import type { ScopeIds } from './measurement-scope.rules.js';

/** What both readings of measurements select: keys as codes, then what a version says. Tables m, v, i, c, t, o. */
export const SHARED_COLUMNS = `m.id, v.version, i.code AS indicator, c.code AS campaign, t.code AS territory, m.channel,
  o.code AS organisation, m.period_start AS "periodStart", m.period_end AS "periodEnd", v.precision, v.value,
  v.value_max AS "valueMax", v.qualifier, v.absence, v.status, v.marking, v.source, v.note,
  v.recorded_at AS "recordedAt"`;

/** All of it, for whoever may read more than what is published. */
export const RECORD = `${SHARED_COLUMNS}, i.decimals, v.internal_note AS "internalNote", v.recorded_by AS "recordedBy", v.reason`;

/** The version that stands: the newest that was validated or withdrawn. What waits beside it never hides it. */
export const STANDING = 'v.version = m.standing';

/** From the keys of `measurements m` to the rows that bear their codes. */
export const JOINED_CODES = `JOIN indicators i ON i.id = m.indicator_id
  LEFT JOIN campaigns c ON c.id = m.campaign_id
  LEFT JOIN territories t ON t.id = m.territory_id
  LEFT JOIN organisations o ON o.id = m.organisation_id`;

/** 64-bit integers come as strings from PostgreSQL; they were checked to be safe on the way in. */
export const exactNumber = (value: string | number | null): number | null =>
  value === null ? null : Number(value);

/** Measurements m that end within some days. The month is said as the index has it, then the days. */
export function endingWithin(
  where: SqlConditions,
  from: string | undefined,
  to: string | undefined,
): SqlConditions {
  return where
    .when(`${MONTH_OF_END} >= ?`, from?.slice(0, 7))
    .when(`${MONTH_OF_END} <= ?`, to?.slice(0, 7))
    .when('m.period_end >= ?', from)
    .when('m.period_end <= ?', to);
}

const MONTH_OF_END = 'substr(m.period_end, 1, 7)';

/** Measurements m that somebody may reach. The stored row decides, never what a request says of it. */
export function withinScope(
  where: SqlConditions,
  { indicatorIds, campaignIds, organisationIds }: ScopeIds,
): void {
  if (indicatorIds !== null) where.oneOf('m.indicator_id', indicatorIds);
  if (campaignIds !== null) where.oneOf('m.campaign_id', campaignIds);
  if (organisationIds !== null) where.oneOf('m.organisation_id', organisationIds);
}
