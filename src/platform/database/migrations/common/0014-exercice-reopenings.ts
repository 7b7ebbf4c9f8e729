import type { MigrationInterface, QueryRunner } from 'typeorm';
import { ddlFor, forbidChanges } from '../../ddl.js';

/** Why sealed exercices were reopened: kept for as long as their figures. */
export class ExerciceReopenings1606200000014 implements MigrationInterface {
  readonly name = 'ExerciceReopenings1606200000014';

  async up(runner: QueryRunner): Promise<void> {
    const d = ddlFor(runner);
    await runner.query(
      `CREATE TABLE exercice_reopenings (
        id ${d.key}, year integer NOT NULL REFERENCES exercices (year), reason text NOT NULL,
        recorded_at text NOT NULL, recorded_by text NOT NULL)`,
    );
    await runner.query('CREATE INDEX exercice_reopenings_of ON exercice_reopenings (year)');
    await forbidChanges(runner, d, 'exercice_reopenings');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE exercice_reopenings');
    if (ddlFor(runner).engine === 'postgres')
      await runner.query('DROP FUNCTION exercice_reopenings_append_only()');
  }
}
