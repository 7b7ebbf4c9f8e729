import type { MigrationInterface, QueryRunner } from 'typeorm';
import { ddlFor } from '../../ddl.js';

/** Dated events that explain figures. */
export class Annotations1606200000006 implements MigrationInterface {
  readonly name = 'Annotations1606200000006';

  async up(runner: QueryRunner): Promise<void> {
    const d = ddlFor(runner);
    await runner.query(
      `CREATE TABLE annotations (
        id ${d.key}, code text NOT NULL UNIQUE, label text NOT NULL, text text,
        start_date text NOT NULL CHECK ${d.isDay('start_date')},
        end_date text CHECK ${d.isDay('end_date')} CHECK (end_date IS NULL OR end_date >= start_date),
        precision text NOT NULL CHECK ${d.isOneOf('precision', ['day', 'month', 'season', 'year'])},
        indicator_id integer REFERENCES indicators (id), campaign_id integer REFERENCES campaigns (id),
        is_public ${d.boolean} NOT NULL, updated_at text NOT NULL)`,
    );
    await runner.query(`CREATE INDEX annotations_by_start ON annotations (start_date)`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`DROP TABLE annotations`);
  }
}
