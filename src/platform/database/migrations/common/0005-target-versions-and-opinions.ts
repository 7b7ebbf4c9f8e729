import type { MigrationInterface, QueryRunner } from 'typeorm';
import { ddlFor, forbidChanges } from '../../ddl.js';

/** Every version of a target with who decided it, the way to it, and what was thought of where things stand. */
export class TargetVersionsAndOpinions1606200000005 implements MigrationInterface {
  readonly name = 'TargetVersionsAndOpinions1606200000005';

  async up(runner: QueryRunner): Promise<void> {
    const d = ddlFor(runner);
    const path = `path text NOT NULL DEFAULT 'linear' CHECK ${d.isOneOf('path', ['linear', 'stepped', 'window'])}`;
    const present = [
      'version integer NOT NULL DEFAULT 1 CHECK (version >= 1)',
      'meeting_code text',
      path,
      `steps text NOT NULL DEFAULT '[]'`,
      `withdrawn ${d.boolean} NOT NULL DEFAULT false`,
    ];
    for (const column of present) await runner.query(`ALTER TABLE targets ADD COLUMN ${column}`);
    const statements = [
      // The target of a campaign was never meant to be reached evenly over the year.
      `UPDATE targets SET path = 'window' WHERE campaign_id IS NOT NULL`,
      `CREATE TABLE target_versions (
        id ${d.key}, target_id integer NOT NULL REFERENCES targets (id),
        version integer NOT NULL CHECK (version >= 1),
        value ${d.amount} NOT NULL CHECK ${d.isWhole('value')}, value_max ${d.amount} CHECK ${d.isWhole('value_max')},
        qualifier text NOT NULL CHECK ${d.isOneOf('qualifier', QUALIFIERS)},
        decided_by text, meeting_code text, ${path}, steps text NOT NULL DEFAULT '[]', note text,
        withdrawn ${d.boolean} NOT NULL DEFAULT false,
        reason text, recorded_at text NOT NULL, recorded_by text NOT NULL, UNIQUE (target_id, version))`,
      `INSERT INTO target_versions (target_id, version, value, value_max, qualifier, decided_by, path, note,
        recorded_at, recorded_by)
        SELECT id, 1, value, value_max, qualifier, decided_by, path, note, updated_at, 'system' FROM targets ORDER BY id`,
      `CREATE TABLE opinions (
        id ${d.key}, indicator_id integer NOT NULL REFERENCES indicators (id),
        campaign_id integer REFERENCES campaigns (id), year integer NOT NULL,
        opinion text CHECK ${d.isOneOf('opinion', ['serene', 'achievable', 'support_needed', 'compromised'])},
        reason text, given_on text NOT NULL CHECK ${d.isDay('given_on')}, meeting_code text,
        recorded_at text NOT NULL, recorded_by text NOT NULL)`,
      `CREATE INDEX opinions_by_year ON opinions (year, indicator_id)`,
    ];
    for (const statement of statements) await runner.query(statement);
    for (const table of ['target_versions', 'opinions']) await forbidChanges(runner, d, table);
  }

  async down(runner: QueryRunner): Promise<void> {
    const d = ddlFor(runner);
    for (const table of ['opinions', 'target_versions']) {
      await runner.query(`DROP TABLE ${table}`);
      if (d.engine === 'postgres') await runner.query(`DROP FUNCTION ${table}_append_only()`);
    }
    for (const column of ['withdrawn', 'steps', 'path', 'meeting_code', 'version'])
      await runner.query(`ALTER TABLE targets DROP COLUMN ${column}`);
  }
}

const QUALIFIERS = [
  'exact',
  'more_than',
  'at_least',
  'nearly',
  'about',
  'less_than',
  'up_to',
  'between',
] as const;
