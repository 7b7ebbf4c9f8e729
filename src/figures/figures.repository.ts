import { Inject, Injectable } from '@nestjs/common';
import type { IsoDate } from '../kernel/period.types.js';
import { monthNumber } from '../measurements/measurement-part.rules.js';
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

  /** From the sums of campaigns, and from what stands apart of them. */
  private async dayAfter(last: IsoDate): Promise<IsoDate | null> {
    const { manager } = this.unitOfWork;
    const month = last === BEFORE_ALL ? 0 : monthNumber(last);
    const parameters = [last, month, last, last, last];
    const [day, from, after, beyond, apart] = parameters.map((_, place) =>
      placeholders(manager, 1, place + 1),
    );
    // Of a month that goes on beyond that day, its last day is one at least.
    const rows: { day: IsoDate | null }[] = await manager.query(
      `SELECT min(CASE WHEN s.first_day > ${day} AND s.part = 1 THEN s.first_day ELSE s.last_day END) AS day
       FROM campaign_months s WHERE s.month = (SELECT min(n.month) FROM campaign_months n
         WHERE n.month >= ${from} AND n.last_day > ${after}) AND s.last_day > ${beyond}
       UNION ALL
       SELECT min(m.period_end) FROM measurements m WHERE m.part > 2 AND m.part = 3 AND m.period_end > ${apart}`,
      parameters,
    );
    return rows.flatMap((row) => row.day ?? []).reduce<IsoDate | null>(earlier, null);
  }
}

const earlier = (one: IsoDate | null, other: IsoDate): IsoDate => (one === null || other < one ? other : one);
