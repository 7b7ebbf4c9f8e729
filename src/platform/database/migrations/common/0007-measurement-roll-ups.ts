import type { MigrationInterface, QueryRunner } from 'typeorm';
import { ddlFor, forbidChanges, type Ddl } from '../../ddl.js';

const QUALIFIERS = ['exact', 'more_than', 'at_least', 'nearly', 'about', 'less_than', 'up_to', 'between'];
const ABSENCES = ['not_communicated', 'not_available', 'not_applicable', 'suppressed'];
const STATUSES = ['draft', 'submitted', 'returned', 'validated', 'withdrawn'];
const MARKINGS = ['final', 'provisional', 'estimated', 'revised'];
const PRECISIONS = ['day', 'month', 'season', 'year', 'range', 'unknown'];
/** What measurements are checked against. */
const VOCABULARIES = ['indicators', 'campaigns', 'territories', 'channels', 'organisations'];

/**
 * Sums by slice and month, kept beside the measurements; the version that stands, known without looking for it; keys
 * of integers; few indexes, for writing is as frequent as reading.
 */
export class MeasurementRollUps1606200000007 implements MigrationInterface {
  readonly name = 'MeasurementRollUps1606200000007';

  async up(runner: QueryRunner): Promise<void> {
    const d = ddlFor(runner);
    if (d.engine === 'sqlite') await rebuildSqlite(runner, d);
    else await alterPostgres(runner);
    const statements = [
      `CREATE UNIQUE INDEX measurements_by_slice ON measurements (indicator_id, coalesce(campaign_id, 0),
        coalesce(territory_id, 0), coalesce(channel, ''), coalesce(organisation_id, 0), period_end, period_start)`,
      `CREATE INDEX measurements_by_period ON measurements (indicator_id, period_end, part)`,
      // What no roll-up holds: qualified values, absences, seasons and years, withdrawals. Few, and found at once.
      `CREATE INDEX measurements_apart ON measurements (period_end, indicator_id) WHERE part > 2`,
      `CREATE TABLE measurement_months (
        month integer NOT NULL, indicator_id integer NOT NULL REFERENCES indicators (id),
        campaign_id integer NOT NULL, territory_id integer NOT NULL, channel text NOT NULL,
        organisation_id integer NOT NULL, part integer NOT NULL CHECK (part IN (1, 2)),
        marking text NOT NULL CHECK ${d.isOneOf('marking', MARKINGS)}, source text NOT NULL,
        measurements integer NOT NULL CHECK (measurements > 0),
        total ${d.amount} NOT NULL CHECK ${d.isWhole('total')},
        first_day text NOT NULL, last_day text NOT NULL, recorded_at text NOT NULL,
        PRIMARY KEY (month, indicator_id, campaign_id, territory_id, channel, organisation_id, part, marking, source)
        )${d.engine === 'sqlite' ? ' WITHOUT ROWID' : ''}`,
      `UPDATE measurements SET standing = coalesce((SELECT max(s.version) FROM measurement_versions s
        WHERE s.measurement_id = measurements.id AND s.status IN ('validated', 'withdrawn')), 0)`,
      `UPDATE measurements SET part = coalesce((SELECT ${partOf(d)} FROM measurement_versions v
        WHERE v.measurement_id = measurements.id AND v.version = measurements.standing), 0)`,
      `INSERT INTO measurement_months
       SELECT CAST(substr(m.period_end, 1, 4) || substr(m.period_end, 6, 2) AS integer), m.indicator_id,
         coalesce(m.campaign_id, 0), coalesce(m.territory_id, 0), coalesce(m.channel, ''),
         coalesce(m.organisation_id, 0), m.part, v.marking, coalesce(v.source, ''), count(*), sum(v.value),
         min(m.period_start), max(m.period_end), max(v.recorded_at)
       FROM measurements m JOIN measurement_versions v ON v.measurement_id = m.id AND v.version = m.standing
       WHERE m.part IN (1, 2) GROUP BY 1, 2, 3, 4, 5, 6, 7, 8, 9`,
      // A word that never comes back, unlike a number whose increment was rolled back.
      `CREATE TABLE vocabulary_state (id integer PRIMARY KEY CHECK (id = 1), token text NOT NULL)`,
      `INSERT INTO vocabulary_state VALUES (1, ${tokenOf(d)})`,
    ];
    for (const statement of statements) await runner.query(statement);
    await noteVocabularyChanges(runner, d);
  }

  async down(runner: QueryRunner): Promise<void> {
    const d = ddlFor(runner);
    if (d.engine === 'sqlite') {
      for (const table of VOCABULARIES)
        for (const verb of ['insert', 'update', 'delete'])
          await runner.query(`DROP TRIGGER ${table}_vocabulary_${verb}`);
    } else await runner.query('DROP FUNCTION vocabulary_changed() CASCADE');
    await runner.query('DROP TABLE vocabulary_state');
    await runner.query('DROP TABLE measurement_months');
    for (const index of ['measurements_apart', 'measurements_by_period', 'measurements_by_slice'])
      await runner.query(`DROP INDEX ${index}`);
    for (const column of ['part', 'standing'])
      await runner.query(`ALTER TABLE measurements DROP COLUMN ${column}`);
    await runner.query(`ALTER TABLE measurements ADD COLUMN natural_key text NOT NULL DEFAULT ''`);
    await runner.query(
      `UPDATE measurements SET natural_key = indicator_id || '|' || coalesce(CAST(campaign_id AS text), '') || '|' ||
         coalesce(CAST(territory_id AS text), '') || '|' || coalesce(channel, '') || '|' ||
         coalesce(CAST(organisation_id AS text), '') || '|' || period_start || '|' || period_end`,
    );
    await runner.query('CREATE UNIQUE INDEX measurements_natural_key ON measurements (natural_key)');
  }
}

const tokenOf = (d: Ddl): string =>
  d.engine === 'sqlite' ? `lower(hex(randomblob(16)))` : `gen_random_uuid()::text`;

/** 1 day, 2 month: in a roll-up; 3 apart; 4 withdrawn. */
function partOf(d: Ddl): string {
  const isMonth =
    d.engine === 'sqlite'
      ? `date(measurements.period_end, '+1 day') = date(measurements.period_start, '+1 month')`
      : `measurements.period_end::date + 1 = (measurements.period_start::date + interval '1 month')::date`;
  return `CASE WHEN v.status = 'withdrawn' THEN 4
    WHEN v.value IS NULL OR v.qualifier <> 'exact' OR abs(v.value) > 274877906944 OR length(v.source) > 200 THEN 3
    WHEN v.precision = 'day' AND measurements.period_start = measurements.period_end THEN 1
    WHEN v.precision = 'month' AND substr(measurements.period_start, 8) = '-01' AND ${isMonth} THEN 2
    ELSE 3 END`;
}

/** SQLite cannot drop a unique column: both tables are copied, the child first so that no row loses its parent. */
async function rebuildSqlite(runner: QueryRunner, d: Ddl): Promise<void> {
  const period = `period_start text NOT NULL CHECK ${d.isDay('period_start')},
    period_end text NOT NULL CHECK ${d.isDay('period_end')}, CHECK (period_start <= period_end)`;
  const keys = `id, indicator_id, campaign_id, territory_id, channel, organisation_id, version, period_start, period_end`;
  const said = `measurement_id, version, value, value_max, qualifier, absence, status, marking, precision, source, note,
    internal_note, recorded_at, recorded_by, reason`;
  const statements = [
    `CREATE TABLE new_measurements (
      id ${d.key}, indicator_id integer NOT NULL REFERENCES indicators (id),
      campaign_id integer REFERENCES campaigns (id), territory_id integer REFERENCES territories (id),
      channel text REFERENCES channels (code), organisation_id integer REFERENCES organisations (id),
      version integer NOT NULL CHECK (version >= 1), standing integer NOT NULL DEFAULT 0 CHECK (standing >= 0),
      part integer NOT NULL DEFAULT 0 CHECK (part BETWEEN 0 AND 4), ${period})`,
    `INSERT INTO new_measurements (${keys}) SELECT ${keys} FROM measurements ORDER BY id`,
    `CREATE TABLE new_measurement_versions (
      measurement_id integer NOT NULL REFERENCES new_measurements (id),
      version integer NOT NULL CHECK (version >= 1),
      value ${d.amount} CHECK ${d.isWhole('value')}, value_max ${d.amount} CHECK ${d.isWhole('value_max')},
      qualifier text CHECK ${d.isOneOf('qualifier', QUALIFIERS)},
      absence text CHECK ${d.isOneOf('absence', ABSENCES)},
      status text NOT NULL CHECK ${d.isOneOf('status', STATUSES)},
      marking text NOT NULL CHECK ${d.isOneOf('marking', MARKINGS)},
      precision text NOT NULL CHECK ${d.isOneOf('precision', PRECISIONS)},
      source text, note text, internal_note text, recorded_at text NOT NULL, recorded_by text NOT NULL, reason text,
      PRIMARY KEY (measurement_id, version),
      CHECK ((value IS NULL) <> (absence IS NULL)),
      CHECK ((value IS NULL) = (qualifier IS NULL)),
      CHECK ((value_max IS NOT NULL) = (qualifier IS NOT NULL AND qualifier = 'between')),
      CHECK (value_max IS NULL OR value_max > value)) WITHOUT ROWID`,
    `INSERT INTO new_measurement_versions (${said}) SELECT ${said} FROM measurement_versions
      ORDER BY measurement_id, version`,
    'DROP TABLE measurement_versions',
    'DROP TABLE measurements',
    'ALTER TABLE new_measurements RENAME TO measurements',
    'ALTER TABLE new_measurement_versions RENAME TO measurement_versions',
  ];
  for (const statement of statements) await runner.query(statement);
  await forbidChanges(runner, d, 'measurement_versions');
}

async function alterPostgres(runner: QueryRunner): Promise<void> {
  const statements = [
    'DROP INDEX measurements_by_period',
    'DROP INDEX measurements_by_indicator',
    'DROP INDEX measurements_by_campaign',
    'ALTER TABLE measurements DROP COLUMN natural_key',
    'ALTER TABLE measurements ADD COLUMN standing integer NOT NULL DEFAULT 0 CHECK (standing >= 0)',
    'ALTER TABLE measurements ADD COLUMN part integer NOT NULL DEFAULT 0 CHECK (part BETWEEN 0 AND 4)',
    'ALTER TABLE measurement_versions DROP COLUMN id',
    'ALTER TABLE measurement_versions DROP CONSTRAINT measurement_versions_measurement_id_version_key',
    'ALTER TABLE measurement_versions ADD PRIMARY KEY (measurement_id, version)',
  ];
  for (const statement of statements) await runner.query(statement);
}

async function noteVocabularyChanges(runner: QueryRunner, d: Ddl): Promise<void> {
  const note = `UPDATE vocabulary_state SET token = ${tokenOf(d)}`;
  if (d.engine === 'sqlite') {
    for (const table of VOCABULARIES) {
      for (const verb of ['INSERT', 'UPDATE', 'DELETE']) {
        await runner.query(
          `CREATE TRIGGER ${table}_vocabulary_${verb.toLowerCase()} AFTER ${verb} ON ${table} BEGIN ${note}; END`,
        );
      }
    }
    return;
  }
  await runner.query(
    `CREATE FUNCTION vocabulary_changed() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN ${note}; RETURN NULL; END $$`,
  );
  for (const table of VOCABULARIES) {
    await runner.query(
      `CREATE TRIGGER ${table}_vocabulary AFTER INSERT OR UPDATE OR DELETE ON ${table}
       FOR EACH STATEMENT EXECUTE FUNCTION vocabulary_changed()`,
    );
  }
}
