import type { MigrationInterface, QueryRunner } from 'typeorm';
import { ddlFor } from '../../ddl.js';

/**
 * Measurements of several days by slice: where a total may stand above new days is one look, however many days the slice
 * has. PostgreSQL looks for totals by their keys, and needs none of it.
 */
export class MeasurementsOfSeveralDays1606200000017 implements MigrationInterface {
  readonly name = 'MeasurementsOfSeveralDays1606200000017';

  async up(runner: QueryRunner): Promise<void> {
    if (ddlFor(runner).engine === 'postgres') return;
    await runner.query(`CREATE INDEX measurements_of_several_days ON measurements (indicator_id,
      coalesce(campaign_id, 0), coalesce(territory_id, 0), coalesce(channel, ''), coalesce(organisation_id, 0),
      period_end) WHERE period_start <> period_end`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP INDEX IF EXISTS measurements_of_several_days');
  }
}
