import type { MigrationInterface, QueryRunner } from 'typeorm';
import { ddlFor } from '../../ddl.js';

/** Programme, exercices, territories, organisations, channels, indicators, campaigns, committee. */
export class ProgrammeAndVocabulary1606200000001 implements MigrationInterface {
  readonly name = 'ProgrammeAndVocabulary1606200000001';

  async up(runner: QueryRunner): Promise<void> {
    const d = ddlFor(runner);
    const statements = [
      `CREATE TABLE programmes (
        id integer PRIMARY KEY CHECK (id = 1), code text NOT NULL, name text NOT NULL, tagline text NOT NULL,
        purpose text NOT NULL, carried_by text NOT NULL, territory_code text NOT NULL,
        visibility text NOT NULL CHECK ${d.isOneOf('visibility', ['public', 'members'])},
        links text NOT NULL, source_statement text NOT NULL, licence text)`,
      `CREATE TABLE exercices (
        year integer PRIMARY KEY CHECK (year BETWEEN 1900 AND 2999),
        state text NOT NULL CHECK ${d.isOneOf('state', ['open', 'closed', 'sealed'])},
        closing_date text CHECK ${d.isDay('closing_date')}, headline text, summary text,
        questioned_list_is_partial ${d.boolean} NOT NULL, updated_at text NOT NULL)`,
      `CREATE TABLE territories (
        id ${d.key}, code text NOT NULL UNIQUE, level text NOT NULL, insee_code text, name text NOT NULL,
        parent_id integer REFERENCES territories (id))`,
      `CREATE TABLE organisations (id ${d.key}, code text NOT NULL UNIQUE, kind text NOT NULL, role text, note text)`,
      `CREATE TABLE organisation_names (
        id ${d.key}, organisation_id integer NOT NULL REFERENCES organisations (id) ON DELETE CASCADE,
        name text NOT NULL, name_in_sentence text NOT NULL,
        valid_from text CHECK ${d.isDay('valid_from')}, valid_to text CHECK ${d.isDay('valid_to')})`,
      `CREATE INDEX organisation_names_by_organisation ON organisation_names (organisation_id)`,
      `CREATE TABLE channels (id ${d.key}, code text NOT NULL UNIQUE, label text NOT NULL)`,
      `CREATE TABLE indicators (
        id ${d.key}, code text NOT NULL UNIQUE, position integer NOT NULL, name text NOT NULL, short_name text NOT NULL,
        label_one text NOT NULL, label_other text NOT NULL, sentence_one text, sentence_other text,
        elision ${d.boolean} NOT NULL, unit text NOT NULL, symbol text,
        decimals integer NOT NULL CHECK (decimals BETWEEN 0 AND 4), signed ${d.boolean} NOT NULL,
        nature text NOT NULL CHECK ${d.isOneOf('nature', ['flow', 'attendance', 'stock', 'cumulative', 'unique', 'snapshot', 'ratio', 'mean', 'context'])},
        aggregation_time text NOT NULL CHECK ${d.isOneOf('aggregation_time', AGGREGATIONS)},
        aggregation_territory text NOT NULL CHECK ${d.isOneOf('aggregation_territory', AGGREGATIONS)},
        aggregation_channel text NOT NULL CHECK ${d.isOneOf('aggregation_channel', AGGREGATIONS)},
        direction text NOT NULL CHECK ${d.isOneOf('direction', ['up', 'down', 'neutral'])},
        chain_level text NOT NULL CHECK ${d.isOneOf('chain_level', ['means', 'output', 'outcome', 'impact', 'context'])},
        key_figure ${d.boolean} NOT NULL, overlapping ${d.boolean} NOT NULL, carries_last_value ${d.boolean} NOT NULL,
        subset_of_id integer REFERENCES indicators (id), definition text, note text, updated_at text NOT NULL)`,
      `CREATE TABLE campaigns (
        id ${d.key}, code text NOT NULL UNIQUE, year integer NOT NULL REFERENCES exercices (year),
        position integer NOT NULL, name text NOT NULL, short_name text NOT NULL,
        status text NOT NULL CHECK ${d.isOneOf('status', ['planned', 'ongoing', 'continuous', 'completed', 'postponed', 'suspended', 'cancelled', 'in_question'])},
        status_reason text, status_since text CHECK ${d.isDay('status_since')},
        start_date text CHECK ${d.isDay('start_date')}, end_date text CHECK ${d.isDay('end_date')},
        precision text NOT NULL CHECK ${d.isOneOf('precision', PRECISIONS)}, open_end ${d.boolean} NOT NULL,
        place text, audience text, purpose text, facts text NOT NULL, appreciation text, continuation text,
        follows_code text, channels text NOT NULL, link text, note text, updated_at text NOT NULL,
        CHECK (end_date IS NULL OR start_date IS NULL OR start_date <= end_date))`,
      `CREATE INDEX campaigns_by_year ON campaigns (year, position)`,
      `CREATE TABLE campaign_partners (
        id ${d.key}, campaign_id integer NOT NULL REFERENCES campaigns (id) ON DELETE CASCADE,
        organisation_id integer NOT NULL REFERENCES organisations (id),
        role text NOT NULL CHECK ${d.isOneOf('role', ['lead', 'initiator', 'partner', 'relay'])},
        position integer NOT NULL, UNIQUE (campaign_id, organisation_id, role))`,
      `CREATE TABLE meetings (
        id ${d.key}, code text NOT NULL UNIQUE, year integer NOT NULL REFERENCES exercices (year),
        date text NOT NULL CHECK ${d.isDay('date')},
        modality text NOT NULL CHECK ${d.isOneOf('modality', ['remote', 'in_person', 'mixed'])},
        place text, purpose text NOT NULL, updated_at text NOT NULL)`,
      `CREATE TABLE committee_members (
        id ${d.key}, organisation_id integer NOT NULL REFERENCES organisations (id), position integer NOT NULL,
        people text NOT NULL, valid_from text CHECK ${d.isDay('valid_from')}, valid_to text CHECK ${d.isDay('valid_to')})`,
      `CREATE TABLE objectives (
        id ${d.key}, year integer NOT NULL, rank integer NOT NULL, text text NOT NULL, short_text text NOT NULL,
        meeting_code text, updated_at text NOT NULL, UNIQUE (year, rank))`,
    ];
    for (const statement of statements) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const table of TABLES) await runner.query(`DROP TABLE ${table}`);
  }
}

const AGGREGATIONS = ['sum', 'last', 'max', 'mean', 'none'];
const PRECISIONS = ['day', 'month', 'season', 'year', 'range', 'unknown'];
const TABLES = [
  'objectives',
  'committee_members',
  'meetings',
  'campaign_partners',
  'campaigns',
  'indicators',
  'channels',
  'organisation_names',
  'organisations',
  'territories',
  'exercices',
  'programmes',
];
