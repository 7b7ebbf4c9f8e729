import { Inject, Injectable } from '@nestjs/common';
import { In } from 'typeorm';
import type { Marking, Qualifier } from '../../kernel/figure.types.js';
import type { MeasurementStatus } from '../../measurements/measurement.types.js';
import { inChunks, placeholders } from '../../platform/database/bulk-sql.js';
import { SqlConditions } from '../../platform/database/sql-conditions.js';
import { UnitOfWork } from '../../platform/database/unit-of-work.js';
import type { Slice } from '../plan/collection-line.types.js';
import { CheckConfirmationEntity } from './check-confirmation.entity.js';
import type { SliceNeed } from './check-needs.rules.js';
import type { SaidFigure } from './checks.types.js';

interface Row extends Slice {
  id: number;
  start: string;
  end: string;
  value: string | number | null;
  valueMax: string | number | null;
  qualifier: Qualifier | null;
  status: MeasurementStatus;
  marking: Marking;
}

const SAID = `m.period_start AS start, m.period_end AS "end", v.value, v.value_max AS "valueMax", v.qualifier,
  v.status, v.marking`;
const NEWEST = 'JOIN measurement_versions v ON v.measurement_id = m.id AND v.version = m.version';
const COLUMNS = `m.id, i.code AS indicator, c.code AS campaign, t.code AS territory, m.channel,
  o.code AS organisation, ${SAID}`;
const CODES = `LEFT JOIN campaigns c ON c.id = m.campaign_id LEFT JOIN territories t ON t.id = m.territory_id
  LEFT JOIN organisations o ON o.id = m.organisation_id`;

/** Others with the same value are looked at up to these: one is enough to doubt. */
const MOST_ALIKE = 1_000;

/** Reads newest versions, and why some of them are right although they surprise. */
@Injectable()
export class ChecksRepository {
  constructor(@Inject(UnitOfWork) private readonly unitOfWork: UnitOfWork) {}

  /** Measurements by their numbers, in their order. */
  async byId(ids: readonly number[]): Promise<SaidFigure[]> {
    const { manager } = this.unitOfWork;
    const found: SaidFigure[] = [];
    for (const chunk of inChunks(ids)) {
      const where = new SqlConditions(manager).oneOf('m.id', chunk);
      const rows: Row[] = await manager.query(
        `SELECT ${COLUMNS} FROM measurements m ${NEWEST} JOIN indicators i ON i.id = m.indicator_id ${CODES}
         ${where.clause()} ORDER BY m.id`,
        where.parameters,
      );
      found.push(...rows.map(toFigure));
    }
    return found;
  }

  /** Figures of some slices within some days, in the order of their ends; each once. */
  async inSlices(needs: readonly SliceNeed[]): Promise<SaidFigure[]> {
    const found = new Map<number, SaidFigure>();
    const tuples = needs.map(({ slice, ends, starts }) => [
      slice.indicator,
      slice.campaign,
      slice.territory,
      slice.channel ?? '',
      slice.organisation,
      ends.start,
      ends.end,
      starts.start,
      starts.end,
    ]);
    for (const chunk of inChunks(tuples)) {
      const rows = await this.joined(
        chunk,
        `SELECT m.id, k.c1 AS indicator, k.c2 AS campaign, k.c3 AS territory, m.channel, k.c5 AS organisation, ${SAID}
         FROM k JOIN indicators i ON i.code = k.c1 LEFT JOIN campaigns c ON c.code = k.c2
           LEFT JOIN territories t ON t.code = k.c3 LEFT JOIN organisations o ON o.code = k.c5
           CROSS JOIN measurements m ${NEWEST}
         WHERE m.indicator_id = i.id AND coalesce(m.campaign_id, 0) = coalesce(c.id, 0)
           AND coalesce(m.territory_id, 0) = coalesce(t.id, 0) AND coalesce(m.channel, '') = k.c4
           AND coalesce(m.organisation_id, 0) = coalesce(o.id, 0)
           AND m.period_end >= k.c6 AND m.period_end <= k.c7 AND m.period_start >= k.c8 AND m.period_start <= k.c9`,
      );
      for (const row of rows) found.set(row.id, toFigure(row));
    }
    return [...found.values()].toSorted(inTime);
  }

  /** Figures of the same indicator, days and value as these. */
  async alike(figures: readonly SaidFigure[]): Promise<SaidFigure[]> {
    const found = new Map<number, SaidFigure>();
    const tuples = figures.flatMap(({ indicator, start, end, quantity }) =>
      quantity === null ? [] : [[indicator, end.slice(0, 7), start, end, String(quantity.value)]],
    );
    for (const chunk of inChunks(tuples)) {
      const rows = await this.joined(
        chunk,
        `SELECT ${COLUMNS} FROM k JOIN indicators i ON i.code = k.c1 CROSS JOIN measurements m ${NEWEST} ${CODES}
         WHERE m.indicator_id = i.id AND substr(m.period_end, 1, 7) = k.c2 AND m.period_start = k.c3
           AND m.period_end = k.c4 AND v.value = CAST(k.c5 AS bigint)
         ORDER BY m.id LIMIT ${MOST_ALIKE}`,
      );
      for (const row of rows) found.set(row.id, toFigure(row));
    }
    return [...found.values()];
  }

  /** Why figures are right although they surprise, oldest first. */
  async confirmations(ids: readonly number[]): Promise<CheckConfirmationEntity[]> {
    const { manager } = this.unitOfWork;
    const found: CheckConfirmationEntity[] = [];
    for (const chunk of inChunks(ids)) {
      found.push(
        ...(await manager.find(CheckConfirmationEntity, {
          where: { measurementId: In(chunk) },
          order: { id: 'ASC' },
        })),
      );
    }
    return found;
  }

  async confirm(confirmation: Omit<CheckConfirmationEntity, 'id'>): Promise<void> {
    await this.unitOfWork.write((manager) => manager.insert(CheckConfirmationEntity, confirmation));
  }

  /** Runs a statement beside tuples of texts, which it calls `k` with the columns c1, c2… */
  private joined(tuples: readonly (readonly (string | null)[])[], statement: string): Promise<Row[]> {
    const { manager } = this.unitOfWork;
    const width = tuples[0]?.length ?? 0;
    const names = Array.from({ length: width }, (_, column) => `c${column + 1}`);
    const values = tuples.map((_, row) => `(${placeholders(manager, width, row * width + 1)})`);
    return manager.query(
      `WITH k (${names.join(', ')}) AS (VALUES ${values.join(', ')}) ${statement}`,
      tuples.flat(),
    );
  }
}

/** 64-bit integers come as strings from PostgreSQL; they were checked to be safe on the way in. */
const exactNumber = (value: string | number | null): number | null => (value === null ? null : Number(value));

function toFigure({ value, valueMax, qualifier, ...row }: Row): SaidFigure {
  const amount = exactNumber(value);
  const quantity =
    amount === null || qualifier === null
      ? null
      : { value: amount, valueMax: exactNumber(valueMax), qualifier };
  return { ...row, quantity };
}

const inTime = (one: SaidFigure, other: SaidFigure): number =>
  one.end === other.end ? one.id - other.id : one.end < other.end ? -1 : 1;
