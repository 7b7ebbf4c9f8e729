import type { MigrationInterface, QueryRunner } from 'typeorm';
import { ddlFor, forbidChanges } from '../../ddl.js';

const QUALIFIERS = ['exact', 'more_than', 'at_least', 'nearly', 'about', 'less_than', 'up_to', 'between'];

/** Targets, measurements with their append-only versions, API tokens and idempotency keys. */
export class FiguresAndTokens1606200000002 implements MigrationInterface {
  readonly name = 'FiguresAndTokens1606200000002';

  async up(runner: QueryRunner): Promise<void> {
    const d = ddlFor(runner);
    const period = `period_start text NOT NULL CHECK ${d.isDay('period_start')},
        period_end text NOT NULL CHECK ${d.isDay('period_end')}, CHECK (period_start <= period_end)`;
    const statements = [
      `CREATE TABLE targets (
        id ${d.key}, kind text NOT NULL CHECK ${d.isOneOf('kind', ['target', 'baseline'])},
        indicator_id integer NOT NULL REFERENCES indicators (id), campaign_id integer REFERENCES campaigns (id),
        value ${d.amount} NOT NULL CHECK ${d.isWhole('value')}, value_max ${d.amount} CHECK ${d.isWhole('value_max')},
        qualifier text NOT NULL CHECK ${d.isOneOf('qualifier', QUALIFIERS)},
        decided_by text, note text, natural_key text NOT NULL UNIQUE, updated_at text NOT NULL, ${period})`,
      `CREATE INDEX targets_by_period ON targets (period_end, indicator_id)`,
      `CREATE TABLE measurements (
        id ${d.key}, indicator_id integer NOT NULL REFERENCES indicators (id),
        campaign_id integer REFERENCES campaigns (id), territory_id integer REFERENCES territories (id),
        channel text REFERENCES channels (code), organisation_id integer REFERENCES organisations (id),
        natural_key text NOT NULL UNIQUE, version integer NOT NULL CHECK (version >= 1), ${period})`,
      `CREATE INDEX measurements_by_period ON measurements (period_end, indicator_id)`,
      `CREATE INDEX measurements_by_indicator ON measurements (indicator_id, period_end)`,
      `CREATE INDEX measurements_by_campaign ON measurements (campaign_id, period_end)`,
      `CREATE TABLE measurement_versions (
        id ${d.key}, measurement_id integer NOT NULL REFERENCES measurements (id),
        version integer NOT NULL CHECK (version >= 1),
        value ${d.amount} CHECK ${d.isWhole('value')}, value_max ${d.amount} CHECK ${d.isWhole('value_max')},
        qualifier text CHECK ${d.isOneOf('qualifier', QUALIFIERS)},
        absence text CHECK ${d.isOneOf('absence', ['not_communicated', 'not_available', 'not_applicable', 'suppressed'])},
        status text NOT NULL CHECK ${d.isOneOf('status', ['draft', 'submitted', 'returned', 'validated', 'withdrawn'])},
        marking text NOT NULL CHECK ${d.isOneOf('marking', ['final', 'provisional', 'estimated', 'revised'])},
        precision text NOT NULL CHECK ${d.isOneOf('precision', ['day', 'month', 'season', 'year', 'range', 'unknown'])},
        source text, note text, internal_note text, recorded_at text NOT NULL, recorded_by text NOT NULL, reason text,
        UNIQUE (measurement_id, version),
        CHECK ((value IS NULL) <> (absence IS NULL)),
        CHECK ((value IS NULL) = (qualifier IS NULL)),
        CHECK ((value_max IS NOT NULL) = (qualifier IS NOT NULL AND qualifier = 'between')),
        CHECK (value_max IS NULL OR value_max > value))`,
      `CREATE TABLE api_tokens (
        id ${d.key}, name text NOT NULL, secret_hash text NOT NULL UNIQUE, scope text NOT NULL,
        rate_per_minute integer NOT NULL CHECK (rate_per_minute >= 0), created_at text NOT NULL,
        expires_at text NOT NULL, last_used_at text, revoked_at text)`,
      `CREATE TABLE idempotency_keys (
        token_id integer NOT NULL REFERENCES api_tokens (id), key text NOT NULL, body_hash text NOT NULL,
        status integer NOT NULL, answer text NOT NULL, created_at text NOT NULL, PRIMARY KEY (token_id, key))`,
      `CREATE INDEX idempotency_keys_by_age ON idempotency_keys (created_at)`,
    ];
    for (const statement of statements) await runner.query(statement);
    await forbidChanges(runner, d, 'measurement_versions');
  }

  async down(runner: QueryRunner): Promise<void> {
    const d = ddlFor(runner);
    for (const table of ['idempotency_keys', 'api_tokens', 'measurement_versions', 'measurements', 'targets'])
      await runner.query(`DROP TABLE ${table}`);
    if (d.engine === 'postgres') await runner.query('DROP FUNCTION measurement_versions_append_only()');
  }
}
