/** What a sum of measurements tells of them, after its key. */
export const SUM_COLUMNS = ['measurements', 'total', 'first_day', 'last_day', 'recorded_at'] as const;

/** What is written to a sum that is there already is added to it. @param key the columns of its key */
export const addTo = (table: string, key: readonly string[]): string => {
  const extreme = (column: string, sign: '<' | '>'): string =>
    `${column} = CASE WHEN excluded.${column} ${sign} ${table}.${column} THEN excluded.${column} ELSE ${table}.${column} END`;
  return `ON CONFLICT (${key.join(', ')}) DO UPDATE SET
    measurements = ${table}.measurements + excluded.measurements, total = ${table}.total + excluded.total,
    ${extreme('first_day', '<')}, ${extreme('last_day', '>')}, ${extreme('recorded_at', '>')}`;
};

/** The columns of a roll-up, in order: its key, then what it adds up. */
export const ROLL_UP_KEY = [
  'month',
  'indicator_id',
  'campaign_id',
  'territory_id',
  'channel',
  'organisation_id',
  'part',
  'marking',
  'source',
] as const;
export const ROLL_UP_COLUMNS = [...ROLL_UP_KEY, ...SUM_COLUMNS] as const;

/** The five parts of a slice's key as one index has them: 0 or nothing where a dimension is not filled. Table m. */
export const SLICE = [
  'm.indicator_id',
  'coalesce(m.campaign_id, 0)',
  'coalesce(m.territory_id, 0)',
  `coalesce(m.channel, '')`,
  'coalesce(m.organisation_id, 0)',
] as const;
export const SLICE_TYPES = ['integer', 'integer', 'integer', 'text', 'integer'] as const;

/** June 2020 is 202006. */
const MONTH = `CAST(substr(m.period_end, 1, 4) || substr(m.period_end, 6, 2) AS integer)`;

/** The roll-ups of the measurements that `from` names as m, with their standing versions as v. */
export const rolledUp = (from: string, where = ''): string =>
  `SELECT ${MONTH} AS month, m.indicator_id, ${SLICE[1]} AS campaign_id, ${SLICE[2]} AS territory_id,
     ${SLICE[3]} AS channel, ${SLICE[4]} AS organisation_id, m.part, v.marking, coalesce(v.source, '') AS source,
     count(*) AS measurements, CAST(sum(v.value) AS bigint) AS total, min(m.period_start) AS first_day,
     max(m.period_end) AS last_day, max(v.recorded_at) AS recorded_at
   FROM ${from} JOIN measurement_versions v ON v.measurement_id = m.id AND v.version = m.standing
   WHERE m.part IN (1, 2) ${where} GROUP BY 1, 2, 3, 4, 5, 6, 7, 8, 9`;

/** The part of the standing version v of a measurement m, as `partOf` decides it. */
export function partSql(isPostgres: boolean): string {
  const isMonth = isPostgres
    ? `m.period_end::date + 1 = (m.period_start::date + interval '1 month')::date`
    : `date(m.period_end, '+1 day') = date(m.period_start, '+1 month')`;
  return `CASE WHEN v.status = 'withdrawn' THEN 4
    WHEN v.value IS NULL OR v.qualifier <> 'exact' OR abs(v.value) > 274877906944 OR length(v.source) > 200 THEN 3
    WHEN v.precision = 'day' AND m.period_start = m.period_end THEN 1
    WHEN v.precision = 'month' AND substr(m.period_start, 8) = '-01' AND ${isMonth} THEN 2
    ELSE 3 END`;
}

/** Number of the version that stands of a measurement m; 0 when none does. */
export const STANDING_SQL = `coalesce((SELECT max(s.version) FROM measurement_versions s
  WHERE s.measurement_id = m.id AND s.status IN ('validated', 'withdrawn')), 0)`;
