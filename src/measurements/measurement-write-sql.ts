import type { KeyedInsertion } from '../platform/database/bulk-sql.js';
import type { Part } from './measurement-part.rules.js';
import type { MeasurementKey } from './measurement.rules.js';
import { SLICE, SLICE_TYPES } from './roll-up-sql.js';

const MEASUREMENT_COLUMNS = [
  'indicator_id',
  'campaign_id',
  'territory_id',
  'channel',
  'organisation_id',
  'period_start',
  'period_end',
  'version',
  'standing',
  'part',
];
const ALL_COLUMNS = MEASUREMENT_COLUMNS.join(', ');

/** A new measurement, in the order of these columns. */
export const INSERT_KEY: KeyedInsertion = {
  table: 'measurements',
  columns: MEASUREMENT_COLUMNS,
  postgres: `INSERT INTO measurements (${ALL_COLUMNS})
    SELECT ${ALL_COLUMNS}
    FROM unnest($1::integer[], $2::integer[], $3::integer[], $4::text[], $5::integer[], $6::text[], $7::text[],
        $8::integer[], $9::integer[], $10::integer[])
      WITH ORDINALITY AS k (${ALL_COLUMNS}, place)
    ORDER BY k.place RETURNING id`,
};

/** Its row. @param version number of its newest version */
export const keyRow = (
  key: MeasurementKey,
  version: number,
  { standing, part }: { standing: number; part: Part },
): unknown[] => [
  key.indicatorId,
  key.campaignId,
  key.territoryId,
  key.channel,
  key.organisationId,
  key.periodStart,
  key.periodEnd,
  version,
  standing,
  part,
];

/** What a version says. */
export const CONTENT = `v.value, v.value_max AS "valueMax", v.qualifier, v.absence, v.status, v.marking, v.precision, v.source,
  v.note, v.internal_note AS "internalNote"`;

/** The parts of a measurement's key. */
export const KEY = `indicator_id AS "indicatorId", campaign_id AS "campaignId", territory_id AS "territoryId", channel,
  organisation_id AS "organisationId", period_start AS "periodStart", period_end AS "periodEnd"`;
const STORED = `SELECT m.id, m.version, m.standing, m.part, ${KEY}, ${CONTENT}`;
const VERSIONS = 'JOIN measurement_versions v ON v.measurement_id = m.id AND v.version =';

/** Every part of a key, as one index has them. */
const KEY_PARTS = [...SLICE, 'm.period_end', 'm.period_start'];
const KEY_TYPES = [...SLICE_TYPES, 'text', 'text'];

const find = (version: 'm.version' | 'm.standing') => ({
  sqlite: `${STORED} FROM measurements m ${VERSIONS} ${version} WHERE ${KEY_PARTS.map((part) => `${part} = ?`).join(' AND ')}`,
  // One key and one version at a time: joined, PostgreSQL takes a few keys for most of a young table, and sorts all of it.
  postgres: `${STORED} FROM unnest(${KEY_TYPES.map((type, index) => `$${index + 1}::${type}[]`).join(', ')})
      AS k (${KEY_PARTS.map((_, index) => `k${index}`).join(', ')})
    CROSS JOIN LATERAL (SELECT * FROM measurements m
      WHERE ${KEY_PARTS.map((part, index) => `${part} = k.k${index}`).join(' AND ')} LIMIT 1) m
    CROSS JOIN LATERAL (SELECT * FROM measurement_versions v
      WHERE v.measurement_id = m.id AND v.version = ${version} LIMIT 1) v`,
});

/** The newest version under a key; the one that stands, when one does. */
export const FIND = { newest: find('m.version'), standing: find('m.standing') };

/** Whether a slice has any measurement that ends between two days. */
export const HAS_ANY = `SELECT 1 FROM measurements m
  WHERE ${SLICE.map((part) => `${part} = ?`).join(' AND ')} AND m.period_end BETWEEN ? AND ? LIMIT 1`;

/** Whether a slice has any measurement of several days that ends between two days; asked of SQLite alone. */
export const HAS_LONGER = `SELECT 1 FROM measurements m INDEXED BY measurements_of_several_days
  WHERE ${SLICE.map((part) => `${part} = ?`).join(' AND ')} AND m.period_end BETWEEN ? AND ?
    AND m.period_start <> m.period_end LIMIT 1`;

/** Whether a slice has a measurement of one of these periods, a list in JSON of `END START`; asked of SQLite alone. */
export const HAS_ONE_OF = `SELECT 1 FROM json_each(?) k CROSS JOIN measurements m
  WHERE ${SLICE.map((part) => `${part} = ?`).join(' AND ')}
    AND m.period_end = substr(k.value, 1, 10) AND m.period_start = substr(k.value, 12) LIMIT 1`;

/** Moves the numbers of a measurement on, in the order of these parameters. */
export const MOVE_ON = {
  sqlite: 'UPDATE measurements SET version = ?, standing = ?, part = ? WHERE id = ?',
  postgres: `UPDATE measurements m SET version = k.version, standing = k.standing, part = k.part
    FROM unnest($1::integer[], $2::integer[], $3::integer[], $4::integer[]) AS k (version, standing, part, id)
    WHERE m.id = k.id`,
};
