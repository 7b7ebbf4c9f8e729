import type { MigrationInterface, QueryRunner } from 'typeorm';
import { placeholders } from '../../bulk-sql.js';
import { ddlFor, forbidChanges } from '../../ddl.js';

/** Every definition that an indicator has had, and the day on which it was retired. */
export class IndicatorVersions1606200000008 implements MigrationInterface {
  readonly name = 'IndicatorVersions1606200000008';

  async up(runner: QueryRunner): Promise<void> {
    const d = ddlFor(runner);
    await runner.query(`ALTER TABLE indicators ADD COLUMN retired_on text CHECK ${d.isDay('retired_on')}`);
    await runner.query(
      `CREATE TABLE indicator_versions (
        id ${d.key}, indicator_id integer NOT NULL REFERENCES indicators (id),
        version integer NOT NULL CHECK (version >= 1), valid_from text CHECK ${d.isDay('valid_from')},
        content text NOT NULL, breaks_series ${d.boolean} NOT NULL, reason text, recorded_at text NOT NULL,
        recorded_by text NOT NULL, UNIQUE (indicator_id, version),
        CHECK (NOT breaks_series OR valid_from IS NOT NULL))`,
    );
    await keepPresentDefinitions(runner);
    await forbidChanges(runner, d, 'indicator_versions');
  }

  async down(runner: QueryRunner): Promise<void> {
    const d = ddlFor(runner);
    await runner.query('DROP TABLE indicator_versions');
    if (d.engine === 'postgres') await runner.query('DROP FUNCTION indicator_versions_append_only()');
    await runner.query('ALTER TABLE indicators DROP COLUMN retired_on');
  }
}

type Row = Record<string, string | number | boolean | null>;

/** What is known of each indicator today becomes its first version. */
async function keepPresentDefinitions(runner: QueryRunner): Promise<void> {
  const rows = (await runner.query('SELECT * FROM indicators ORDER BY id')) as Row[];
  const codes = new Map(rows.map((row) => [row.id, row.code]));
  for (const row of rows) {
    const codeOf = (id: Row[string] = null): Row[string] => codes.get(id) ?? null;
    const content = {
      unit: row.unit,
      decimals: row.decimals,
      signed: Boolean(row.signed),
      nature: row.nature,
      aggregationTime: row.aggregation_time,
      aggregationTerritory: row.aggregation_territory,
      aggregationChannel: row.aggregation_channel,
      overlapping: Boolean(row.overlapping),
      exhaustive: Boolean(row.exhaustive),
      carriesLastValue: Boolean(row.carries_last_value),
      carryMaxDays: row.carry_max_days,
      restartsOn: row.restarts_on,
      subsetOf: codeOf(row.subset_of_id),
      numerator: codeOf(row.numerator_id),
      denominator: codeOf(row.denominator_id),
      factor: row.factor,
      definition: row.definition,
      method: row.method,
    };
    await runner.query(
      `INSERT INTO indicator_versions
         (indicator_id, version, valid_from, content, breaks_series, recorded_at, recorded_by)
       VALUES (${placeholders(runner.manager, 4)}, false, ${placeholders(runner.manager, 2, 5)})`,
      [row.id, row.version, row.valid_from, JSON.stringify(content), row.updated_at, 'system'],
    );
  }
}
