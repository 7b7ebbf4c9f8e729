import type { MigrationInterface, QueryRunner } from 'typeorm';
import { ddlFor } from '../../ddl.js';

/** One row, which every write of data changes: what was made of the data is kept under its number. */
export class DataVersion1606200000009 implements MigrationInterface {
  readonly name = 'DataVersion1606200000009';

  async up(runner: QueryRunner): Promise<void> {
    const d = ddlFor(runner);
    await runner.query(
      `CREATE TABLE data_version (
        id integer PRIMARY KEY CHECK (id = 1),
        number ${d.amount} NOT NULL CHECK ${d.isWhole('number')}
      )`,
    );
    await runner.query('INSERT INTO data_version (id, number) VALUES (1, 1)');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE data_version');
  }
}
