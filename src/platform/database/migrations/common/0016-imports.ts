import type { MigrationInterface, QueryRunner } from 'typeorm';
import { ddlFor } from '../../ddl.js';

/** Imports: what was read before somebody decides, what was applied and can be taken back, how files are recognised. */
export class Imports1606200000016 implements MigrationInterface {
  readonly name = 'Imports1606200000016';

  async up(runner: QueryRunner): Promise<void> {
    const d = ddlFor(runner);
    const statements = [
      `CREATE TABLE import_drafts (
        id ${d.key}, created_by text NOT NULL, created_at text NOT NULL, answers text NOT NULL,
        applied_as integer)`,
      `CREATE INDEX import_drafts_by_time ON import_drafts (created_at)`,
      `CREATE TABLE import_draft_files (
        id ${d.key}, draft_id integer NOT NULL REFERENCES import_drafts (id) ON DELETE CASCADE,
        name text NOT NULL, sha256 text NOT NULL, size integer NOT NULL,
        kept text, refusal text, answers text NOT NULL)`,
      `CREATE INDEX import_draft_files_of ON import_draft_files (draft_id)`,
      `CREATE TABLE import_batches (
        id ${d.key}, origin text NOT NULL CHECK ${d.isOneOf('origin', ['page', 'command', 'api', 'watch', 'connector'])},
        applied_at text NOT NULL, applied_by text NOT NULL,
        undone_at text, undone_by text, CHECK ((undone_at IS NULL) = (undone_by IS NULL)))`,
      `CREATE TABLE import_files (
        id ${d.key}, batch_id integer NOT NULL REFERENCES import_batches (id),
        name text NOT NULL, sha256 text NOT NULL, size integer NOT NULL CHECK (size >= 0),
        profile text, encoding text, rows_read integer NOT NULL,
        created integer NOT NULL, updated integer NOT NULL, unchanged integer NOT NULL, report text NOT NULL)`,
      `CREATE INDEX import_files_of ON import_files (batch_id)`,
      `CREATE INDEX import_files_by_content ON import_files (sha256)`,
      // Consecutive measurements that one batch moved to the same version stand in one row.
      `CREATE TABLE import_written (
        batch_id integer NOT NULL REFERENCES import_batches (id), first_id integer NOT NULL, version integer NOT NULL,
        last_id integer NOT NULL, CHECK (last_id >= first_id), PRIMARY KEY (batch_id, first_id, version))`,
      `CREATE TABLE import_targets (
        batch_id integer NOT NULL REFERENCES import_batches (id), target_id integer NOT NULL REFERENCES targets (id),
        version integer NOT NULL, PRIMARY KEY (batch_id, target_id, version))`,
      `CREATE TABLE import_items (
        id ${d.key}, batch_id integer NOT NULL REFERENCES import_batches (id),
        source text NOT NULL, item text NOT NULL, indicator_id integer NOT NULL REFERENCES indicators (id),
        campaign_id integer REFERENCES campaigns (id), territory_id integer REFERENCES territories (id),
        channel text REFERENCES channels (code), organisation_id integer REFERENCES organisations (id),
        period_start text NOT NULL CHECK ${d.isDay('period_start')}, period_end text NOT NULL CHECK ${d.isDay('period_end')},
        value ${d.amount} CHECK ${d.isWhole('value')}, value_max ${d.amount} CHECK ${d.isWhole('value_max')},
        qualifier text, absence text,
        UNIQUE (source, item, indicator_id, batch_id))`,
      `CREATE INDEX import_items_in_order ON import_items (source, indicator_id, id)`,
      `CREATE INDEX import_items_of ON import_items (batch_id)`,
      `CREATE TABLE import_profiles (
        id text PRIMARY KEY, content text NOT NULL, sender text,
        updated_at text NOT NULL, updated_by text NOT NULL, removed_at text)`,
    ];
    for (const statement of statements) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    const tables = [
      'import_profiles',
      'import_items',
      'import_targets',
      'import_written',
      'import_files',
      'import_batches',
      'import_draft_files',
      'import_drafts',
    ];
    for (const table of tables) await runner.query(`DROP TABLE ${table}`);
  }
}
