import type { MigrationInterface, QueryRunner } from 'typeorm';
import { ddlFor, forbidChanges } from '../../ddl.js';

/** Entering figures: what is awaited from whom, the proofs, the doubts that were lifted, the links of partners. */
export class Entry1606200000012 implements MigrationInterface {
  readonly name = 'Entry1606200000012';

  async up(runner: QueryRunner): Promise<void> {
    const d = ddlFor(runner);
    const statements = [
      `CREATE TABLE entry_settings (
        id integer PRIMARY KEY CHECK (id = 1),
        review text NOT NULL CHECK ${d.isOneOf('review', ['auto', 'single', 'four_eyes'])},
        closing_days integer CHECK (closing_days IS NULL OR closing_days BETWEEN 0 AND 366),
        reminder_day integer CHECK (reminder_day IS NULL OR reminder_day BETWEEN 1 AND 28),
        updated_at text NOT NULL)`,
      `INSERT INTO entry_settings (id, review, closing_days, reminder_day, updated_at)
        VALUES (1, 'single', 15, 3, '1970-01-01T00:00:00.000Z')`,
      `CREATE TABLE collection_lines (
        id ${d.key}, indicator_id integer NOT NULL REFERENCES indicators (id),
        campaign_id integer REFERENCES campaigns (id), territory_id integer REFERENCES territories (id),
        channel text REFERENCES channels (code), organisation_id integer REFERENCES organisations (id),
        frequency text NOT NULL CHECK ${d.isOneOf('frequency', ['day', 'month', 'quarter', 'year'])},
        starts_on text CHECK ${d.isDay('starts_on')},
        ends_on text CHECK ${d.isDay('ends_on')} CHECK (ends_on IS NULL OR starts_on IS NULL OR ends_on >= starts_on),
        due_days integer CHECK (due_days IS NULL OR due_days BETWEEN 0 AND 366),
        owner_id integer REFERENCES people (id), updated_at text NOT NULL)`,
      `CREATE UNIQUE INDEX collection_lines_once ON collection_lines (indicator_id, coalesce(campaign_id, 0),
        coalesce(territory_id, 0), coalesce(channel, ''), coalesce(organisation_id, 0), frequency)`,
      `CREATE TABLE evidence_files (
        id ${d.key}, measurement_id integer NOT NULL REFERENCES measurements (id),
        stored_name text NOT NULL UNIQUE, original_name text NOT NULL, media_type text NOT NULL,
        sha256 text NOT NULL, size integer NOT NULL CHECK (size > 0),
        added_at text NOT NULL, added_by text NOT NULL, removed_at text, removed_by text, removal_reason text)`,
      `CREATE INDEX evidence_files_of ON evidence_files (measurement_id)`,
      `CREATE TABLE check_confirmations (
        id ${d.key}, measurement_id integer NOT NULL REFERENCES measurements (id), check_code text NOT NULL,
        said text NOT NULL, reason text NOT NULL, recorded_at text NOT NULL, recorded_by text NOT NULL)`,
      `CREATE INDEX check_confirmations_of ON check_confirmations (measurement_id)`,
      `CREATE TABLE coupons (
        id ${d.key}, secret_hash text NOT NULL UNIQUE, organisation_id integer NOT NULL REFERENCES organisations (id),
        month text NOT NULL CHECK (length(month) = 7), email text, created_by integer, created_at text NOT NULL,
        expires_at text NOT NULL CHECK ${d.isDay('expires_at')}, revoked_at text,
        openings integer NOT NULL DEFAULT 0, last_opened_at text, last_sent_at text)`,
      `CREATE INDEX coupons_by_month ON coupons (month, organisation_id)`,
      `CREATE TABLE reminders (
        id ${d.key}, person_id integer NOT NULL REFERENCES people (id), month text NOT NULL CHECK (length(month) = 7),
        sent_at text NOT NULL, UNIQUE (person_id, month))`,
      `ALTER TABLE people ADD COLUMN reminders ${d.boolean} NOT NULL DEFAULT true`,
    ];
    for (const statement of statements) await runner.query(statement);
    await forbidChanges(runner, d, 'check_confirmations');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE people DROP COLUMN reminders');
    const tables = [
      'reminders',
      'coupons',
      'check_confirmations',
      'evidence_files',
      'collection_lines',
      'entry_settings',
    ];
    for (const table of tables) await runner.query(`DROP TABLE ${table}`);
    if (ddlFor(runner).engine === 'postgres')
      await runner.query('DROP FUNCTION check_confirmations_append_only()');
  }
}
