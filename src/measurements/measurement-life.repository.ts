import { Inject, Injectable } from '@nestjs/common';
import { inChunks } from '../platform/database/bulk-sql.js';
import { SqlConditions } from '../platform/database/sql-conditions.js';
import { UnitOfWork } from '../platform/database/unit-of-work.js';
import type { LivingMeasurement, SaidContent } from './measurement-life.types.js';
import type { Part } from './measurement-part.rules.js';
import type { ScopeIds } from './measurement-scope.rules.js';
import { exactNumber, withinScope } from './measurement-sql.js';
import { CONTENT, KEY } from './measurement-write-sql.js';
import type { MeasurementKey } from './measurement.rules.js';

type Driven = string | number;
type Row = Omit<SaidContent, 'value' | 'valueMax'> &
  MeasurementKey & {
    id: number;
    newest: number;
    standing: number;
    part: Part;
    indicator: string;
    decimals: number;
    value: Driven | null;
    valueMax: Driven | null;
  };

/** Figures as they must be known to decide on them. */
@Injectable()
export class MeasurementLifeRepository {
  constructor(@Inject(UnitOfWork) private readonly unitOfWork: UnitOfWork) {}

  /**
   * By identifier; nothing of those that are not there, or out of the scope. @param versions from the one that stands, or
   * every one.
   */
  async living(
    ids: readonly number[],
    scope: ScopeIds,
    versions: 'standing' | 'all' = 'standing',
  ): Promise<Map<number, LivingMeasurement>> {
    const { manager } = this.unitOfWork;
    const found = new Map<number, LivingMeasurement>();
    for (const chunk of inChunks(ids)) {
      const where = new SqlConditions(manager).oneOf('m.id', chunk);
      withinScope(where, scope);
      const rows: Row[] = await manager.query(
        `SELECT m.id, m.version AS newest, m.standing, m.part, i.code AS indicator, i.decimals, ${KEY}, ${CONTENT},
           v.version, v.recorded_by AS "recordedBy", v.recorded_at AS "recordedAt", v.reason
         FROM measurements m JOIN measurement_versions v ON v.measurement_id = m.id
           ${versions === 'all' ? '' : 'AND v.version >= m.standing'}
         JOIN indicators i ON i.id = m.indicator_id
         ${where.clause()} ORDER BY m.id, v.version`,
        where.parameters,
      );
      for (const row of rows) addTo(found, row);
    }
    return found;
  }
}

function addTo(found: Map<number, LivingMeasurement>, row: Row): void {
  const { id, newest, standing, part, indicator, decimals, version, recordedBy, recordedAt, reason } = row;
  const { qualifier, absence, status, marking, precision, source, note, internalNote } = row;
  const { indicatorId, campaignId, territoryId, channel, organisationId, periodStart, periodEnd } = row;
  const [value, valueMax] = [exactNumber(row.value), exactNumber(row.valueMax)];
  const content = {
    value,
    valueMax,
    qualifier,
    absence,
    status,
    marking,
    precision,
    source,
    note,
    internalNote,
  };
  const known = found.get(id) ?? {
    stored: { id, version: newest, standing, part, content },
    indicator,
    decimals,
    key: { indicatorId, campaignId, territoryId, channel, organisationId, periodStart, periodEnd },
    versions: [],
  };
  // The newest comes last.
  known.stored.content = content;
  known.versions.push({ ...content, version, recordedBy, recordedAt, reason });
  found.set(id, known);
}
