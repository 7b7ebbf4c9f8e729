import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Measurements found by the month in which they end, no more by the day: those of a month stand together in the index, so
 * that a batch of days writes a few of its pages, not one for each day.
 */
export class MeasurementsByMonth1606200000011 implements MigrationInterface {
  readonly name = 'MeasurementsByMonth1606200000011';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query('DROP INDEX measurements_by_period');
    await runner.query(
      'CREATE INDEX measurements_by_month ON measurements (indicator_id, substr(period_end, 1, 7))',
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP INDEX measurements_by_month');
    await runner.query(
      'CREATE INDEX measurements_by_period ON measurements (indicator_id, period_end, part)',
    );
  }
}
