import { Inject, Injectable } from '@nestjs/common';
import type { IsoDate } from '../kernel/period.types.js';
import { placeholders } from '../platform/database/bulk-sql.js';
import { UnitOfWork } from '../platform/database/unit-of-work.js';

/** Sorts before every day. */
const BEFORE_ALL = '';

@Injectable()
export class FiguresRepository {
  constructor(@Inject(UnitOfWork) private readonly unitOfWork: UnitOfWork) {}

  /**
   * Days on which a measurement that counts ends, one in each span of days: what follows it in its span is passed over,
   * so that ten years are ten questions to an index however many measurements they have.
   * @param endOf the last day of the span that holds a day
   */
  async measuredDays(endOf: (day: IsoDate) => IsoDate): Promise<IsoDate[]> {
    const days: IsoDate[] = [];
    for (let last = BEFORE_ALL; ;) {
      const day = await this.dayAfter(last);
      if (day === null) return days;
      days.push(day);
      last = endOf(day);
    }
  }

  private async dayAfter(last: IsoDate): Promise<IsoDate | null> {
    const { manager } = this.unitOfWork;
    const [row]: { day: IsoDate | null }[] = await manager.query(
      `SELECT min(ends.day) AS day FROM (
         SELECT (SELECT m.period_end FROM measurements m
           WHERE m.indicator_id = i.id AND m.period_end > ${placeholders(manager, 1)} AND m.part BETWEEN 1 AND 3
           ORDER BY m.period_end LIMIT 1) AS day
         FROM indicators i) ends`,
      [last],
    );
    return row?.day ?? null;
  }
}
