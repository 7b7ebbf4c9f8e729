import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Why a reminder did not leave: it is said to the team, and tried again. */
export class ReminderFailures1606200000015 implements MigrationInterface {
  readonly name = 'ReminderFailures1606200000015';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE reminders ADD COLUMN failure text');
  }

  async down(runner: QueryRunner): Promise<void> {
    // Without the reason, they would be taken for reminders that left.
    await runner.query('DELETE FROM reminders WHERE failure IS NOT NULL');
    await runner.query('ALTER TABLE reminders DROP COLUMN failure');
  }
}
