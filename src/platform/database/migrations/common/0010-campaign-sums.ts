import type { MigrationInterface, QueryRunner } from 'typeorm';
import { ddlFor } from '../../ddl.js';

const MARKINGS = ['final', 'provisional', 'estimated', 'revised'];

/**
 * Sums of the roll-ups of slices: by campaign and month, and by member of each axis and year. A year's page reads these,
 * whatever the number of slices and of days.
 */
export class CampaignSums1606200000010 implements MigrationInterface {
  readonly name = 'CampaignSums1606200000010';

  async up(runner: QueryRunner): Promise<void> {
    const d = ddlFor(runner);
    const withoutRowid = d.engine === 'sqlite' ? ' WITHOUT ROWID' : '';
    const sums = `measurements integer NOT NULL CHECK (measurements > 0),
      total ${d.amount} NOT NULL CHECK ${d.isWhole('total')}`;
    const marking = `marking text NOT NULL CHECK ${d.isOneOf('marking', MARKINGS)}`;
    const statements = [
      `CREATE TABLE campaign_months (
        month integer NOT NULL, indicator_id integer NOT NULL REFERENCES indicators (id),
        campaign_id integer NOT NULL, shape integer NOT NULL CHECK (shape BETWEEN 0 AND 7),
        part integer NOT NULL CHECK (part IN (1, 2)), ${marking}, source text NOT NULL, ${sums},
        first_day text NOT NULL, last_day text NOT NULL, recorded_at text NOT NULL,
        PRIMARY KEY (month, indicator_id, campaign_id, shape, part, marking, source))${withoutRowid}`,
      `CREATE TABLE campaign_shares (
        year integer NOT NULL, indicator_id integer NOT NULL REFERENCES indicators (id),
        campaign_id integer NOT NULL, axis integer NOT NULL CHECK (axis IN (1, 2, 4)), member text NOT NULL,
        ${marking}, ${sums},
        PRIMARY KEY (year, indicator_id, campaign_id, axis, member, marking))${withoutRowid}`,
      `INSERT INTO campaign_months
       SELECT month, indicator_id, campaign_id,
         (CASE WHEN territory_id = 0 THEN 0 ELSE 1 END + CASE WHEN channel = '' THEN 0 ELSE 2 END
           + CASE WHEN organisation_id = 0 THEN 0 ELSE 4 END), part, marking, source,
         sum(measurements), sum(total), min(first_day), max(last_day), max(recorded_at)
       FROM measurement_months GROUP BY 1, 2, 3, 4, 5, 6, 7`,
      ...[
        ['1', 'CAST(territory_id AS text)', 'territory_id <> 0'],
        ['2', 'channel', `channel <> ''`],
        ['4', 'CAST(organisation_id AS text)', 'organisation_id <> 0'],
      ].map(
        ([axis, member, filled]) => `INSERT INTO campaign_shares
       SELECT month / 100, indicator_id, campaign_id, ${axis}, ${member}, marking, sum(measurements), sum(total)
       FROM measurement_months WHERE ${filled} GROUP BY 1, 2, 3, 5, 6`,
      ),
    ];
    for (const statement of statements) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE campaign_shares');
    await runner.query('DROP TABLE campaign_months');
  }
}
