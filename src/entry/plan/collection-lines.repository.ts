import { Inject, Injectable } from '@nestjs/common';
import { UnitOfWork } from '../../platform/database/unit-of-work.js';
import type { CollectionLine } from './collection-line.types.js';

/** Lines of the plan, with codes in place of identifiers. */
@Injectable()
export class CollectionLinesRepository {
  constructor(@Inject(UnitOfWork) private readonly unitOfWork: UnitOfWork) {}

  /** In the order in which they were written. */
  async all(): Promise<CollectionLine[]> {
    const rows: CollectionLine[] = await this.unitOfWork.manager.query(
      `SELECT l.id, i.code AS indicator, c.code AS campaign, t.code AS territory, l.channel, o.code AS organisation,
         l.frequency, l.starts_on AS "startsOn", l.ends_on AS "endsOn", l.due_days AS "dueDays", l.owner_id AS "ownerId"
       FROM collection_lines l JOIN indicators i ON i.id = l.indicator_id
         LEFT JOIN campaigns c ON c.id = l.campaign_id LEFT JOIN territories t ON t.id = l.territory_id
         LEFT JOIN organisations o ON o.id = l.organisation_id
       ORDER BY l.id`,
    );
    return rows;
  }
}
