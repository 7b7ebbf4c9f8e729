import { Inject, Injectable } from '@nestjs/common';
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
  ): Promise<StoreOutcome> {
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
      return (await storeRecord(manager, IndicatorEntity, { code }, content, { updatedAt })).outcome;
    });
  }
}
