import { SUM_COLUMNS } from './roll-up-sql.js';
import { AXES, type Axis } from './scope.rules.js';

/** What the slices of a campaign come to together, by month. */
export const MONTH_KEY = [
  'month',
  'indicator_id',
  'campaign_id',
  'shape',
  'part',
  'marking',
  'source',
] as const;
export const MONTH_COLUMNS = [...MONTH_KEY, ...SUM_COLUMNS] as const;

/** What one territory, channel or organisation of a campaign comes to, by civil year. */
export const SHARE_KEY = ['year', 'indicator_id', 'campaign_id', 'axis', 'member', 'marking'] as const;
export const SHARE_COLUMNS = [...SHARE_KEY, 'measurements', 'total'] as const;

const SHAPE = `(CASE WHEN r.territory_id = 0 THEN 0 ELSE ${AXES.territory} END
  + CASE WHEN r.channel = '' THEN 0 ELSE ${AXES.channel} END
  + CASE WHEN r.organisation_id = 0 THEN 0 ELSE ${AXES.organisation} END)`;
/** Identifiers and codes alike, as text. */
const MEMBER: Record<Axis, { filled: string; told: string }> = {
  territory: { filled: 'r.territory_id <> 0', told: 'CAST(r.territory_id AS text)' },
  channel: { filled: `r.channel <> ''`, told: 'r.channel' },
  organisation: { filled: 'r.organisation_id <> 0', told: 'CAST(r.organisation_id AS text)' },
};
const ADDED = 'CAST(sum(r.measurements) AS integer) AS measurements, CAST(sum(r.total) AS bigint) AS total';

/** The sums by month of the roll-ups that `from` names as r. */
export const monthSums = (from: string): string =>
  `SELECT r.month, r.indicator_id, r.campaign_id, ${SHAPE} AS shape, r.part, r.marking, r.source, ${ADDED},
     min(r.first_day) AS first_day, max(r.last_day) AS last_day, max(r.recorded_at) AS recorded_at
   FROM ${from} GROUP BY 1, 2, 3, 4, 5, 6, 7`;

/** The shares of one axis in the roll-ups that `from` names as r. */
export const shareSums = (axis: Axis, from: string): string =>
  `SELECT r.month / 100 AS year, r.indicator_id, r.campaign_id, ${AXES[axis]} AS axis,
     ${MEMBER[axis].told} AS member, r.marking, ${ADDED}
   FROM ${from} WHERE ${MEMBER[axis].filled} GROUP BY 1, 2, 3, 4, 5, 6`;

/** Those of all axes. */
export const allShareSums = (from: string): string =>
  (Object.keys(AXES) as Axis[]).map((axis) => shareSums(axis, from)).join(' UNION ALL ');

/**
 * Months and shares in one answer, of the roll-ups that `from` names as r: axis 0 for the months, whose member is empty.
 */
export const bothSums = (from: string): string => `
  SELECT 0 AS axis, s.month, s.indicator_id AS "indicatorId", s.campaign_id AS "campaignId", s.shape, s.part, '' AS member,
    s.marking, nullif(s.source, '') AS source, s.measurements, s.total, s.first_day AS "firstDay",
    s.last_day AS "lastDay", s.recorded_at AS "recordedAt"
  FROM (${monthSums(from)}) s
  UNION ALL
  SELECT s.axis, 0, s.indicator_id, s.campaign_id, 0, 0, s.member, s.marking, '', s.measurements, s.total, '', '', ''
  FROM (${allShareSums(from)}) s`;
