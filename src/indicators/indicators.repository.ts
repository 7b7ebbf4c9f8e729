import { Inject, Injectable } from '@nestjs/common';
import { SqlConditions } from '../platform/database/sql-conditions.js';
import { storeRecord, type StoreOutcome } from '../platform/database/store-record.js';
import { UnitOfWork } from '../platform/database/unit-of-work.js';
import { IndicatorEntity } from './indicator.entity.js';
import type { IndicatorDefinition } from './indicator.types.js';

/** Rows of the dictionary of indicators. */
@Injectable()
export class IndicatorsRepository {
  constructor(@Inject(UnitOfWork) private readonly unitOfWork: UnitOfWork) {}

  all(): Promise<IndicatorEntity[]> {
    return this.unitOfWork.manager.find(IndicatorEntity, { order: { position: 'ASC', code: 'ASC' } });
  }

  store(
    { code, subsetOf, numerator, denominator, chainAfter, ...values }: IndicatorDefinition,
    updatedAt: string,
  ): Promise<{ id: number; outcome: StoreOutcome }> {
    return this.unitOfWork.write(async (manager) => {
      const idOf = async (named: string | null): Promise<number | null> =>
        named === null ? null : (await manager.findOneByOrFail(IndicatorEntity, { code: named })).id;
      const content = {
        ...values,
        subsetOfId: await idOf(subsetOf),
        numeratorId: await idOf(numerator),
        denominatorId: await idOf(denominator),
        chainAfterId: await idOf(chainAfter),
      };
      const { row, outcome } = await storeRecord(manager, IndicatorEntity, { code }, content, { updatedAt });
      return { id: row.id, outcome };
    });
  }

  /** A measurement or a target was given for it, even one that was withdrawn since. */
  async hasAmounts(id: number): Promise<boolean> {
    const { manager } = this.unitOfWork;
    const where = new SqlConditions(manager).when('indicator_id = ?', id);
    for (const table of ['measurements', 'targets']) {
      const query = `SELECT id FROM ${table} ${where.clause()} LIMIT 1`;
      const rows: unknown[] = await manager.query(query, where.parameters);
      if (rows.length > 0) return true;
    }
    return false;
  }

  /** Numbers them from 1 in the order given. */
  reorder(codes: readonly string[], updatedAt: string): Promise<void> {
    return this.unitOfWork.write(async (manager) => {
      const rows = await this.all();
      const ranks = new Map(codes.map((code, index) => [code, index]));
      const rankOf = ({ code }: IndicatorEntity): number => ranks.get(code) ?? codes.length;
      const ordered = rows.toSorted((one, other) => rankOf(one) - rankOf(other));
      for (const [index, { id, position }] of ordered.entries()) {
        if (position === index + 1) continue;
        await manager.update(IndicatorEntity, { id }, { position: index + 1, updatedAt });
      }
    });
  }

  retire(code: string, retiredOn: string | null, updatedAt: string): Promise<void> {
    return this.unitOfWork.write(async (manager) => {
      await manager.update(IndicatorEntity, { code }, { retiredOn, updatedAt });
    });
  }

  /** Says which version its present definition is. */
  number(id: number, version: number, validFrom: string | null): Promise<void> {
    return this.unitOfWork.write(async (manager) => {
      await manager.update(IndicatorEntity, { id }, { version, validFrom });
    });
  }
}
