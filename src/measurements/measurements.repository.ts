import { Inject, Injectable } from '@nestjs/common';
import { bulkInsert, inChunks, placeholders } from '../platform/database/bulk-sql.js';
import { UnitOfWork } from '../platform/database/unit-of-work.js';
import type { PlannedMeasurement, StoredMeasurement } from './measurement-batch.rules.js';
import type { MeasurementContent } from './measurement.types.js';

/** Author, time and motive of the versions of one batch. */
export interface VersionStamp {
  recordedAt: string;
  recordedBy: string;
  reason: string | null;
}

const KEY_COLUMNS = [
  'indicator_id',
  'campaign_id',
  'territory_id',
  'channel',
  'organisation_id',
  'period_start',
  'period_end',
  'natural_key',
  'version',
];
const VERSION_COLUMNS = [
  'measurement_id',
  'version',
  'value',
  'value_max',
  'qualifier',
  'absence',
  'status',
  'marking',
  'precision',
  'source',
  'note',
  'internal_note',
  'recorded_at',
  'recorded_by',
  'reason',
];
const CONTENT = `v.value, v.value_max AS "valueMax", v.qualifier, v.absence, v.status, v.marking, v.precision, v.source,
  v.note, v.internal_note AS "internalNote"`;

type Driven = string | number;
type StoredRow = Omit<MeasurementContent, 'value' | 'valueMax'> & {
  id: number;
  version: number;
  naturalKey: string;
  value: Driven | null;
  valueMax: Driven | null;
};

/** 64-bit integers come as strings from PostgreSQL; they were checked to be safe on the way in. */
export const exactNumber = (value: Driven | null): number | null => (value === null ? null : Number(value));

/** Rows of measurements and of their append-only versions, written in bulk. */
@Injectable()
export class MeasurementsRepository {
  constructor(@Inject(UnitOfWork) private readonly unitOfWork: UnitOfWork) {}

  /** Newest versions under these natural keys, by key. */
  async stored(keys: readonly string[]): Promise<Map<string, StoredMeasurement>> {
    const found = new Map<string, StoredMeasurement>();
    const { manager } = this.unitOfWork;
    for (const chunk of inChunks(keys)) {
      const rows: StoredRow[] = await manager.query(
        `SELECT m.id, m.natural_key AS "naturalKey", m.version, ${CONTENT}
         FROM measurements m JOIN measurement_versions v ON v.measurement_id = m.id AND v.version = m.version
         WHERE m.natural_key IN (${placeholders(manager, chunk.length)})`,
        chunk,
      );
      for (const { id, version, naturalKey, value, valueMax, ...content } of rows) {
        found.set(naturalKey, {
          id,
          version,
          content: { ...content, value: exactNumber(value), valueMax: exactNumber(valueMax) },
        });
      }
    }
    return found;
  }

  /** Writes what a plan decided: new keys, then every new version. @returns the measurements that were written. */
  write(planned: readonly PlannedMeasurement[], stamp: VersionStamp): Promise<Set<number>> {
    return this.unitOfWork.write(async () => {
      const ids = await this.insertKeys(planned.filter((entry) => entry.stored === null));
      await this.advance(planned);
      const rows: unknown[][] = [];
      const written = new Set<number>();
      for (const { naturalKey, stored, versions } of planned) {
        const id = stored?.id ?? ids.get(naturalKey);
        let version = stored?.version ?? 0;
        for (const content of versions) rows.push(versionRow(id, (version += 1), content, stamp));
        if (id !== undefined && versions.length > 0) written.add(id);
      }
      await bulkInsert(this.unitOfWork.manager, 'measurement_versions', VERSION_COLUMNS, rows);
      return written;
    });
  }

  private async insertKeys(created: readonly PlannedMeasurement[]): Promise<Map<string, number>> {
    const rows = created.map(({ key, naturalKey, versions }) => [
      key.indicatorId,
      key.campaignId,
      key.territoryId,
      key.channel,
      key.organisationId,
      key.periodStart,
      key.periodEnd,
      naturalKey,
      versions.length,
    ]);
    const { manager } = this.unitOfWork;
    const inserted = await bulkInsert<{ id: number; naturalKey: string }>(
      manager,
      'measurements',
      KEY_COLUMNS,
      rows,
      'id, natural_key AS "naturalKey"',
    );
    return new Map(inserted.map((row) => [row.naturalKey, row.id]));
  }

  /** Moves the version numbers of existing measurements on, those that advance alike in one statement. */
  private async advance(planned: readonly PlannedMeasurement[]): Promise<void> {
    const bySteps = new Map<number, number[]>();
    for (const { stored, versions } of planned) {
      if (stored === null) continue;
      const ids = bySteps.get(versions.length) ?? [];
      ids.push(stored.id);
      bySteps.set(versions.length, ids);
    }
    const { manager } = this.unitOfWork;
    for (const [steps, ids] of bySteps) {
      for (const chunk of inChunks(ids)) {
        await manager.query(
          `UPDATE measurements SET version = version + ${steps} WHERE id IN (${placeholders(manager, chunk.length)})`,
          chunk,
        );
      }
    }
  }
}

function versionRow(
  id: number | undefined,
  version: number,
  content: MeasurementContent,
  stamp: VersionStamp,
): unknown[] {
  return [
    id,
    version,
    content.value,
    content.valueMax,
    content.qualifier,
    content.absence,
    content.status,
    content.marking,
    content.precision,
    content.source,
    content.note,
    content.internalNote,
    stamp.recordedAt,
    stamp.recordedBy,
    stamp.reason,
  ];
}
