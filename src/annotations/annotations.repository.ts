import { Inject, Injectable } from '@nestjs/common';
import { storeRecord, type StoreOutcome } from '../platform/database/store-record.js';
import { UnitOfWork } from '../platform/database/unit-of-work.js';
import { AnnotationEntity } from './annotation.entity.js';

/** Everything of a row that a person or a data set decides. */
export type AnnotationRow = Omit<AnnotationEntity, 'id' | 'updatedAt'>;

/** Rows of dated events. */
@Injectable()
export class AnnotationsRepository {
  constructor(@Inject(UnitOfWork) private readonly unitOfWork: UnitOfWork) {}

  /** In the order of time. */
  all(): Promise<AnnotationEntity[]> {
    return this.unitOfWork.manager.find(AnnotationEntity, { order: { startDate: 'ASC', code: 'ASC' } });
  }

  store({ code, ...values }: AnnotationRow, updatedAt: string): Promise<StoreOutcome> {
    return this.unitOfWork.write(async (manager) => {
      return (await storeRecord(manager, AnnotationEntity, { code }, values, { updatedAt })).outcome;
    });
  }

  async remove(code: string): Promise<void> {
    await this.unitOfWork.write((manager) => manager.delete(AnnotationEntity, { code }));
  }
}
