// Measurements by the million, loaded below the program as no user would: rows in the order of days, indexes made
// afterwards, then the roll-ups by the statement of the program's own rebuilding.
import Database from 'better-sqlite3';
import pg from 'pg';
import { CAMPAIGN_SUMS } from '../../dist/measurements/campaign-sums-upkeep.repository.js';
import { rolledUp } from '../../dist/measurements/roll-up-sql.js';
import { campaignCode, daysOf, SLICES, YEAR, CAMPAIGNS } from './growth-programme.mjs';

const DAYS_AT_ONCE = 250;
const KEY = `id, indicator_id, campaign_id, territory_id, channel, version, standing, part, period_start, period_end`;
const SAID = `measurement_id, version, value, qualifier, status, marking, precision, source, recorded_at, recorded_by`;
const TABLES = [
  'CREATE TABLE bench_days (rank integer PRIMARY KEY, day text NOT NULL)',
  'CREATE TABLE bench_slices (rank integer PRIMARY KEY, indicator text, territory text, channel text, campaign integer)',
  `CREATE TABLE bench_campaigns (year text, rank integer, code text, PRIMARY KEY (year, rank))`,
];
const DROPS = ['bench_days', 'bench_slices', 'bench_campaigns'].map((table) => `DROP TABLE ${table}`);

/** Measurements, then their only versions, of the days between two ranks. */
const fill = (oneIn, from, to) => [
  `INSERT INTO measurements (${KEY})
   SELECT d.rank * ${SLICES.length} + s.rank + 1, i.id, c.id, t.id, s.channel, 1, 1, 1, d.day, d.day
   FROM bench_days d CROSS JOIN bench_slices s
   JOIN indicators i ON i.code = s.indicator JOIN territories t ON t.code = s.territory
   JOIN bench_campaigns b ON b.year = substr(d.day, 1, 4) AND b.rank = s.campaign
   JOIN campaigns c ON c.code = b.code
   WHERE d.rank >= ${from} AND d.rank < ${to} AND (s.rank + 5 * d.rank) % ${oneIn} = 0 ORDER BY d.rank, s.rank`,
  `INSERT INTO measurement_versions (${SAID})
   SELECT m.id, 1, 1 + (m.id % 1000 * 7919) % 50, 'exact', 'validated', 'final', 'day', 'Compteur', '2026-01-10T08:00:00Z', 'bench'
   FROM measurements m WHERE m.id > ${from * SLICES.length} AND m.id <= ${to * SLICES.length} ORDER BY m.id`,
];

const FINISH = [
  `INSERT INTO measurement_months ${rolledUp('measurements m')}`,
  ...CAMPAIGN_SUMS.map(({ table, sums }) => `INSERT INTO ${table} ${sums}`),
  ...DROPS,
];

/** The rows of the three tables that the large ones are made of. */
function parts(size) {
  const days = daysOf(size).map((day, rank) => [rank, day]);
  const slices = SLICES.map((slice, rank) => [
    rank,
    slice.indicator,
    slice.territory,
    slice.channel,
    slice.campaign,
  ]);
  const campaigns = [];
  for (let year = Number(days[0][1].slice(0, 4)); year <= YEAR; year += 1)
    for (let rank = 1; rank <= CAMPAIGNS; rank += 1)
      campaigns.push([String(year), rank, campaignCode(year, rank)]);
  return { bench_days: days, bench_slices: slices, bench_campaigns: campaigns };
}

function* fillings(size) {
  for (let from = 0; from < size.days; from += DAYS_AT_ONCE)
    yield fill(size.oneIn, from, Math.min(from + DAYS_AT_ONCE, size.days));
}

/** Loads a size into a SQLite file that nobody has open. */
export function loadSqlite(file, size) {
  const database = new Database(file);
  try {
    // A load that is interrupted is begun again: nothing is lost by writing without a journal.
    for (const setting of [
      'journal_mode = OFF',
      'synchronous = OFF',
      'foreign_keys = OFF',
      'cache_size = -400000',
    ])
      database.pragma(setting);
    const indexes = database
      .prepare(
        `SELECT name, sql FROM sqlite_schema WHERE type = 'index' AND tbl_name = 'measurements' AND sql IS NOT NULL`,
      )
      .all();
    for (const { name } of indexes) database.exec(`DROP INDEX ${name}`);
    for (const statement of TABLES) database.exec(statement);
    for (const [table, rows] of Object.entries(parts(size))) {
      const insert = database.prepare(`INSERT INTO ${table} VALUES (${rows[0].map(() => '?').join(', ')})`);
      database.transaction(() => rows.forEach((row) => insert.run(row)))();
    }
    for (const statements of fillings(size)) for (const statement of statements) database.exec(statement);
    for (const { sql } of indexes) database.exec(sql);
    for (const statement of FINISH) database.exec(statement);
    database.pragma('journal_mode = WAL');
  } finally {
    database.close();
  }
}

/** The same into a PostgreSQL database, by an account that may leave out its triggers. */
export async function loadPostgres(url, size) {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    await client.query(
      `SET session_replication_role = replica; SET maintenance_work_mem = '512MB'; SET work_mem = '256MB'`,
    );
    const { rows: indexes } = await client.query(
      `SELECT indexname AS name, indexdef AS sql FROM pg_indexes WHERE tablename = 'measurements' AND indexname NOT LIKE '%pkey'`,
    );
    for (const { name } of indexes) await client.query(`DROP INDEX ${name}`);
    for (const statement of TABLES) await client.query(statement);
    for (const [table, rows] of Object.entries(parts(size))) {
      const columns = rows[0].map((_, column) => JSON.stringify(rows.map((row) => row[column])));
      const types = rows[0].map((value) => (typeof value === 'number' ? 'integer' : 'text'));
      const unnested = types.map(
        (type, index) => `ARRAY(SELECT x::${type} FROM json_array_elements_text($${index + 1}) x)`,
      );
      await client.query(`INSERT INTO ${table} SELECT * FROM unnest(${unnested.join(', ')})`, columns);
    }
    for (const statements of fillings(size))
      for (const statement of statements) await client.query(statement);
    for (const { sql } of indexes) await client.query(sql);
    for (const statement of FINISH) await client.query(statement);
    await client.query(
      `SELECT setval(pg_get_serial_sequence('measurements', 'id'), max(id)) FROM measurements`,
    );
    // What PostgreSQL does by itself within a minute or two.
    await client.query('VACUUM ANALYZE');
  } finally {
    await client.end();
  }
}
