import type { MigrationInterface, QueryRunner } from 'typeorm';
import { ddlFor } from '../../ddl.js';

/** What an indicator needs to be added up, compared and answered for; exercices that are not civil years. */
export class DefinitionsAndExercices1606200000004 implements MigrationInterface {
  readonly name = 'DefinitionsAndExercices1606200000004';

  async up(runner: QueryRunner): Promise<void> {
    const d = ddlFor(runner);
    const indicators = [
      `numerator_id integer REFERENCES indicators (id)`,
      `denominator_id integer REFERENCES indicators (id)`,
      `factor integer NOT NULL DEFAULT 1 CHECK (factor > 0)`,
      `chain_after_id integer REFERENCES indicators (id)`,
      `exhaustive ${d.boolean} NOT NULL DEFAULT false`,
      `carry_max_days integer CHECK (carry_max_days > 0)`,
      `restarts_on text`,
      `cost_kind text CHECK ${d.isOneOf('cost_kind', ['committed', 'spent'])}`,
      `method text`,
      `producer text`,
      `owner text`,
      `frequency text CHECK ${d.isOneOf('frequency', ['day', 'week', 'month', 'quarter', 'half_year', 'year', 'once'])}`,
      `due_days integer CHECK (due_days >= 0)`,
      `version integer NOT NULL DEFAULT 1 CHECK (version >= 1)`,
      `valid_from text CHECK ${d.isDay('valid_from')}`,
    ];
    for (const column of indicators) await runner.query(`ALTER TABLE indicators ADD COLUMN ${column}`);
    for (const bound of ['start_date', 'end_date']) {
      await runner.query(`ALTER TABLE exercices ADD COLUMN ${bound} text CHECK ${d.isDay(bound)}`);
    }
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const column of INDICATOR_COLUMNS)
      await runner.query(`ALTER TABLE indicators DROP COLUMN ${column}`);
    for (const bound of ['end_date', 'start_date'])
      await runner.query(`ALTER TABLE exercices DROP COLUMN ${bound}`);
  }
}

const INDICATOR_COLUMNS = [
  'valid_from',
  'version',
  'due_days',
  'frequency',
  'owner',
  'producer',
  'method',
  'cost_kind',
  'restarts_on',
  'carry_max_days',
  'exhaustive',
  'chain_after_id',
  'factor',
  'denominator_id',
  'numerator_id',
];
