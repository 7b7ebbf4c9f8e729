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

  store({ code, subsetOf, ...values }: IndicatorDefinition, updatedAt: string): Promise<StoreOutcome> {
    return this.unitOfWork.write(async (manager) => {
      const parent =
        subsetOf === null ? null : await manager.findOneByOrFail(IndicatorEntity, { code: subsetOf });
      const content = { ...values, subsetOfId: parent?.id ?? null };
      return (await storeRecord(manager, IndicatorEntity, { code }, content, { updatedAt })).outcome;
    });
  }
}
