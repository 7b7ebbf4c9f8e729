import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Figures whose newest version does not stand: drafts, those that wait for validation, those to correct. A handful among
 * millions, found without going through the others.
 */
export class WaitingMeasurements1606200000013 implements MigrationInterface {
  readonly name = 'WaitingMeasurements1606200000013';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(
      'CREATE INDEX measurements_waiting ON measurements (campaign_id, indicator_id) WHERE version <> standing',
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP INDEX measurements_waiting');
  }
}
