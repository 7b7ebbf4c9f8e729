import type { MigrationInterface, QueryRunner } from 'typeorm';
import { ddlFor, forbidChanges } from '../../ddl.js';

/** People, their sessions, links and second factors; the journal; what an administrator sets of the programme. */
export class AccountsAndJournal1606200000003 implements MigrationInterface {
  readonly name = 'AccountsAndJournal1606200000003';

  async up(runner: QueryRunner): Promise<void> {
    const d = ddlFor(runner);
    const blob = d.engine === 'postgres' ? 'bytea' : 'blob';
    const statements = [
      `CREATE TABLE people (
        id ${d.key}, email text NOT NULL UNIQUE, name text NOT NULL,
        role text NOT NULL CHECK ${d.isOneOf('role', ['viewer', 'contributor', 'editor', 'validator', 'admin'])},
        organisation_id integer REFERENCES organisations (id),
        state text NOT NULL CHECK ${d.isOneOf('state', ['invited', 'active', 'disabled', 'anonymised'])},
        password_hash text, totp_seed text, totp_last_step integer, notices ${d.boolean} NOT NULL,
        last_signed_in_at text, created_at text NOT NULL, updated_at text NOT NULL,
        CHECK (role <> 'contributor' OR organisation_id IS NOT NULL),
        CHECK (state <> 'active' OR password_hash IS NOT NULL))`,
      `CREATE TABLE recovery_codes (
        id ${d.key}, person_id integer NOT NULL REFERENCES people (id), code_hash text NOT NULL, used_at text,
        UNIQUE (person_id, code_hash))`,
      `CREATE TABLE sessions (
        id ${d.key}, secret_hash text NOT NULL UNIQUE, person_id integer NOT NULL REFERENCES people (id),
        stage text NOT NULL CHECK ${d.isOneOf('stage', ['second_factor', 'enrolment', 'full'])},
        device text NOT NULL, created_at text NOT NULL, last_seen_at text NOT NULL, expires_at text NOT NULL)`,
      `CREATE INDEX sessions_by_person ON sessions (person_id)`,
      `CREATE TABLE one_time_links (
        id ${d.key}, kind text NOT NULL CHECK ${d.isOneOf('kind', ['first_admin', 'invitation', 'password_reset'])},
        secret_hash text NOT NULL UNIQUE, person_id integer REFERENCES people (id),
        created_at text NOT NULL, expires_at text NOT NULL, used_at text,
        CHECK ((kind = 'first_admin') = (person_id IS NULL)))`,
      `CREATE INDEX one_time_links_by_person ON one_time_links (person_id)`,
      `CREATE TABLE sign_in_failures (id ${d.key}, key text NOT NULL, at text NOT NULL)`,
      `CREATE INDEX sign_in_failures_by_key ON sign_in_failures (key, at)`,
      `CREATE TABLE share_links (
        id ${d.key}, secret_hash text NOT NULL UNIQUE, kind text NOT NULL CHECK ${d.isOneOf('kind', ['dashboard', 'bilan'])},
        year integer NOT NULL, label text NOT NULL, created_by integer REFERENCES people (id), created_at text NOT NULL,
        expires_at text NOT NULL CHECK ${d.isDay('expires_at')}, revoked_at text,
        openings integer NOT NULL CHECK (openings >= 0), last_opened_at text)`,
      `CREATE TABLE legal_texts (
        page text PRIMARY KEY CHECK ${d.isOneOf('page', ['notices', 'privacy'])}, text text NOT NULL, updated_at text NOT NULL)`,
      `CREATE TABLE programme_logos (
        id integer PRIMARY KEY CHECK (id = 1), media_type text NOT NULL, content ${blob} NOT NULL, sha256 text NOT NULL,
        updated_at text NOT NULL)`,
      `ALTER TABLE programmes ADD COLUMN accent_colour text`,
      `ALTER TABLE organisations ADD COLUMN merged_into_id integer REFERENCES organisations (id)`,
      `ALTER TABLE organisations ADD COLUMN merged_on text CHECK ${d.isDay('merged_on')}`,
      `ALTER TABLE api_tokens ADD COLUMN created_by text`,
      `CREATE TABLE audit_entries (
        id integer PRIMARY KEY, at text NOT NULL, actor text NOT NULL, action text NOT NULL, subject text,
        before text, after text, request_id text, details_digest text, address_digest text,
        previous_hash text NOT NULL, hash text NOT NULL UNIQUE)`,
      `CREATE INDEX audit_entries_by_action ON audit_entries (action, id)`,
      `CREATE INDEX audit_entries_by_actor ON audit_entries (actor, id)`,
      `CREATE INDEX audit_entries_by_subject ON audit_entries (subject, id)`,
      `CREATE TABLE audit_personal (
        entry_id integer NOT NULL REFERENCES audit_entries (id),
        facet text NOT NULL CHECK ${d.isOneOf('facet', ['details', 'address'])}, person_id integer,
        content text NOT NULL, salt text, PRIMARY KEY (entry_id, facet))`,
      `CREATE INDEX audit_personal_by_person ON audit_personal (person_id)`,
      `CREATE TABLE audit_head (
        id integer PRIMARY KEY CHECK (id = 1), entry_id integer NOT NULL, hash text NOT NULL, mac text NOT NULL)`,
    ];
    for (const statement of statements) await runner.query(statement);
    await forbidChanges(runner, d, 'audit_entries');
    if (d.engine === 'postgres') {
      // Emptying the table touches no row, and would go past a trigger of rows.
      await runner.query(
        `CREATE TRIGGER audit_entries_no_truncate BEFORE TRUNCATE ON audit_entries
         FOR EACH STATEMENT EXECUTE FUNCTION audit_entries_append_only()`,
      );
    }
  }

  async down(runner: QueryRunner): Promise<void> {
    const d = ddlFor(runner);
    for (const table of TABLES) await runner.query(`DROP TABLE ${table}`);
    if (d.engine === 'postgres') await runner.query('DROP FUNCTION audit_entries_append_only()');
    for (const [table, column] of COLUMNS) await runner.query(`ALTER TABLE ${table} DROP COLUMN ${column}`);
  }
}

const TABLES = [
  'audit_head',
  'audit_personal',
  'audit_entries',
  'programme_logos',
  'legal_texts',
  'share_links',
  'sign_in_failures',
  'one_time_links',
  'sessions',
  'recovery_codes',
  'people',
];
const COLUMNS = [
  ['api_tokens', 'created_by'],
  ['organisations', 'merged_on'],
  ['organisations', 'merged_into_id'],
  ['programmes', 'accent_colour'],
] as const;
