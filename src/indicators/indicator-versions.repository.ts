import { Inject, Injectable } from '@nestjs/common';
import { UnitOfWork } from '../platform/database/unit-of-work.js';
import { IndicatorVersionEntity } from './indicator.entity.js';

/** Rows of the definitions that indicators have had. */
@Injectable()
export class IndicatorVersionsRepository {
  constructor(@Inject(UnitOfWork) private readonly unitOfWork: UnitOfWork) {}

  /** Oldest first. */
  ofIndicator(indicatorId: number): Promise<IndicatorVersionEntity[]> {
    return this.unitOfWork.manager.find(IndicatorVersionEntity, {
      where: { indicatorId },
      order: { version: 'ASC' },
    });
  }

  latest(indicatorId: number): Promise<IndicatorVersionEntity | null> {
    return this.unitOfWork.manager.findOne(IndicatorVersionEntity, {
      where: { indicatorId },
      order: { version: 'DESC' },
    });
  }

  /** Those that break a series, of every indicator. */
  breaking(): Promise<IndicatorVersionEntity[]> {
    return this.unitOfWork.manager.find(IndicatorVersionEntity, {
      where: { breaksSeries: true },
      order: { indicatorId: 'ASC', version: 'ASC' },
    });
  }

  add(version: Omit<IndicatorVersionEntity, 'id'>): Promise<void> {
    return this.unitOfWork.write(async (manager) => {
      await manager.insert(IndicatorVersionEntity, version);
    });
  }
}
