import { Inject, Injectable } from '@nestjs/common';
import type { IsoDate } from '../kernel/period.types.js';
import { MeasurementEntity, MeasurementVersionEntity } from '../measurements/measurement.entity.js';
import { UnitOfWork } from '../platform/database/unit-of-work.js';

/** No later version took it back; one that waits to be validated does not hide it. */
const NOT_WITHDRAWN = `NOT EXISTS (SELECT 1 FROM measurement_versions later
  WHERE later.measurement_id = m.id AND later.version > v.version AND later.status = 'withdrawn')`;

@Injectable()
export class FiguresRepository {
  constructor(@Inject(UnitOfWork) private readonly unitOfWork: UnitOfWork) {}

  /** Days on which some validated measurement ends. */
  async measuredDays(): Promise<IsoDate[]> {
    const rows: { day: IsoDate }[] = await this.unitOfWork.manager
      .createQueryBuilder(MeasurementEntity, 'm')
      .select('m.period_end', 'day')
      .innerJoin(MeasurementVersionEntity, 'v', 'v.measurement_id = m.id')
      .where("v.status = 'validated'")
      .andWhere(NOT_WITHDRAWN)
      .distinct(true)
      .getRawMany();
    return rows.map(({ day }) => day);
  }
}
