import type { EntityManager } from 'typeorm';
import { yearOf } from '../kernel/calendar.rules.js';
import { bulkInsert, forEachTuple } from '../platform/database/bulk-sql.js';
import {
  allShareSums,
  MONTH_COLUMNS,
  MONTH_KEY,
  monthSums,
  SHARE_COLUMNS,
  SHARE_KEY,
  shareSums,
} from './campaign-sums-sql.js';
import { monthNumber } from './measurement-part.rules.js';
import type { MeasurementKey } from './measurement.rules.js';
import { addTo } from './roll-up-sql.js';
import { AXES, type Axis } from './scope.rules.js';
import type { SliceSum } from './slice-sums.rules.js';

/** A sum as it grows: its key, then what it adds up. */
interface Sum extends Pick<SliceSum, 'measurements' | 'total' | 'first' | 'last' | 'recordedAt'> {
  key: (string | number)[];
}

const ADD_MONTH = addTo('campaign_months', MONTH_KEY);
const ADD_SHARE = `ON CONFLICT (${SHARE_KEY.join(', ')}) DO UPDATE SET
  measurements = campaign_shares.measurements + excluded.measurements,
  total = campaign_shares.total + excluded.total`;

const REMOVE_MONTH = {
  sqlite: 'DELETE FROM campaign_months WHERE month = ? AND indicator_id = ? AND campaign_id = ?',
  postgres: `DELETE FROM campaign_months s USING unnest($1::integer[], $2::integer[], $3::integer[]) AS k (m, i, c)
    WHERE s.month = k.m AND s.indicator_id = k.i AND s.campaign_id = k.c`,
};
const OF_MONTH =
  'k JOIN measurement_months r ON r.month = k.m AND r.indicator_id = k.i AND r.campaign_id = k.c';
const REMAKE_MONTH = {
  sqlite: `INSERT INTO campaign_months ${monthSums(`(SELECT ? AS m, ? AS i, ? AS c) ${OF_MONTH}`)}`,
  postgres: `INSERT INTO campaign_months ${monthSums(
    `(SELECT * FROM unnest($1::integer[], $2::integer[], $3::integer[]) AS u (m, i, c)) ${OF_MONTH}`,
  )}`,
};

const REMOVE_SHARES = {
  sqlite: 'DELETE FROM campaign_shares WHERE year = ? AND indicator_id = ? AND campaign_id = ?',
  postgres: `DELETE FROM campaign_shares s USING unnest($1::integer[], $2::integer[], $3::integer[]) AS k (y, i, c)
    WHERE s.year = k.y AND s.indicator_id = k.i AND s.campaign_id = k.c`,
};
/** Its months one by one: the months of a year between two bounds would read those of every campaign. */
const MONTHS = Array.from({ length: 12 }, (_, index) => `k.y * 100 + ${index + 1}`).join(', ');
const OF_YEAR = `k JOIN measurement_months r ON r.month IN (${MONTHS}) AND r.indicator_id = k.i AND r.campaign_id = k.c`;
/** One axis at a time: SQLite would make an index of its own for a second one. */
const REMAKE_SHARES = (Object.keys(AXES) as Axis[]).map((axis) => ({
  sqlite: `INSERT INTO campaign_shares ${shareSums(axis, `(SELECT ? AS y, ? AS i, ? AS c) ${OF_YEAR}`)}`,
  postgres: `INSERT INTO campaign_shares ${shareSums(
    axis,
    `(SELECT * FROM unnest($1::integer[], $2::integer[], $3::integer[]) AS u (y, i, c)) ${OF_YEAR}`,
  )}`,
}));

/** Counts what new measurements bring to slices in the sums of their campaigns. */
export async function addToCampaigns(manager: EntityManager, added: readonly SliceSum[]): Promise<void> {
  const [months, shares] = [new Map<string, Sum>(), new Map<string, Sum>()];
  for (const sum of added) {
    grow(months, monthKey(sum), sum);
    for (const key of shareKeys(sum)) grow(shares, key, sum);
  }
  const monthRows = [...months.values()].map(({ key, measurements, total, first, last, recordedAt }) => [
    ...key,
    measurements,
    total,
    first,
    last,
    recordedAt,
  ]);
  await bulkInsert(manager, 'campaign_months', MONTH_COLUMNS, monthRows, { onConflict: ADD_MONTH });
  const shareRows = [...shares.values()].map(({ key, measurements, total }) => [...key, measurements, total]);
  await bulkInsert(manager, 'campaign_shares', SHARE_COLUMNS, shareRows, { onConflict: ADD_SHARE });
}

function grow(sums: Map<string, Sum>, key: (string | number)[], added: SliceSum): void {
  const { measurements, total, first, last, recordedAt } = added;
  const name = key.join('|');
  const known = sums.get(name);
  if (known === undefined) {
    sums.set(name, { key, measurements, total, first, last, recordedAt });
    return;
  }
  known.measurements += measurements;
  known.total += total;
  if (first < known.first) known.first = first;
  if (last > known.last) known.last = last;
  if (recordedAt > known.recordedAt) known.recordedAt = recordedAt;
}

function monthKey({ key, month, part, marking, source }: SliceSum): (string | number)[] {
  const shape =
    (key.territoryId === null ? 0 : AXES.territory) +
    (key.channel === null ? 0 : AXES.channel) +
    (key.organisationId === null ? 0 : AXES.organisation);
  return [month, key.indicatorId, key.campaignId ?? 0, shape, part, marking, source];
}

function shareKeys({ key, marking }: SliceSum): (string | number)[][] {
  const scope = [yearOf(key.periodEnd), key.indicatorId, key.campaignId ?? 0];
  const members = [
    [AXES.territory, key.territoryId],
    [AXES.channel, key.channel],
    [AXES.organisation, key.organisationId],
  ] as const;
  return members.flatMap(([axis, member]) =>
    member === null ? [] : [[...scope, axis, String(member), marking]],
  );
}

/** Makes the sums of campaigns anew around changed measurements, once the roll-ups of their slices are. */
export async function remakeCampaigns(
  manager: EntityManager,
  changed: Iterable<MeasurementKey>,
): Promise<void> {
  const [months, years] = [new Map<string, number[]>(), new Map<string, number[]>()];
  for (const { indicatorId, campaignId, periodEnd } of changed) {
    const scope = [indicatorId, campaignId ?? 0];
    months.set([periodEnd.slice(0, 7), ...scope].join('|'), [monthNumber(periodEnd), ...scope]);
    years.set([periodEnd.slice(0, 4), ...scope].join('|'), [yearOf(periodEnd), ...scope]);
  }
  const [ofMonths, ofYears] = [[...months.values()], [...years.values()]];
  await forEachTuple(manager, REMOVE_MONTH, ofMonths);
  await forEachTuple(manager, REMAKE_MONTH, ofMonths);
  await forEachTuple(manager, REMOVE_SHARES, ofYears);
  for (const remade of REMAKE_SHARES) await forEachTuple(manager, remade, ofYears);
}

/** All of them, from the roll-ups of slices. */
export const CAMPAIGN_SUMS = [
  { table: 'campaign_months', columns: MONTH_COLUMNS, sums: monthSums('measurement_months r') },
  { table: 'campaign_shares', columns: SHARE_COLUMNS, sums: allShareSums('measurement_months r') },
] as const;

/** Makes all of them anew, once the roll-ups of slices are. */
export async function rebuildCampaigns(manager: EntityManager): Promise<void> {
  for (const { table, sums } of CAMPAIGN_SUMS) {
    await manager.query(`DELETE FROM ${table}`);
    await manager.query(`INSERT INTO ${table} ${sums}`);
  }
}
