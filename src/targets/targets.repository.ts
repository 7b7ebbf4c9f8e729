import { Inject, Injectable } from '@nestjs/common';
import { Between } from 'typeorm';
import type { IsoDate } from '../kernel/period.types.js';
import { storeRecord, type StoreOutcome } from '../platform/database/store-record.js';
import { UnitOfWork } from '../platform/database/unit-of-work.js';
import { TargetEntity } from './target.entity.js';

/** Everything of a row that a data set decides. */
export type TargetRow = Omit<TargetEntity, 'id' | 'updatedAt'>;

/** Rows of targets and baselines. */
@Injectable()
export class TargetsRepository {
  constructor(@Inject(UnitOfWork) private readonly unitOfWork: UnitOfWork) {}

  /** Those whose period ends between two days, both included. */
  endingBetween(from: IsoDate, to: IsoDate): Promise<TargetEntity[]> {
    return this.unitOfWork.manager.find(TargetEntity, {
      where: { periodEnd: Between(from, to) },
      order: { id: 'ASC' },
    });
  }

  store({ naturalKey, ...values }: TargetRow, updatedAt: string): Promise<StoreOutcome> {
    return this.unitOfWork.write(async (manager) => {
      return (await storeRecord(manager, TargetEntity, { naturalKey }, values, { updatedAt })).outcome;
    });
  }
}
