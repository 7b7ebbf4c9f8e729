import { Inject, Injectable } from '@nestjs/common';
import { IsNull } from 'typeorm';
import { UnitOfWork } from '../../platform/database/unit-of-work.js';
import { CollectionLineEntity } from './collection-line.entity.js';
import type { CollectionLine, CollectionLineTerms } from './collection-line.types.js';

/** Where a line awaits its figure, and how often: no two lines say the same. */
export type LinePlace = Pick<
  CollectionLineEntity,
  'indicatorId' | 'campaignId' | 'territoryId' | 'channel' | 'organisationId' | 'frequency'
>;

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

  /** The number of the line of a place, or null. */
  async at(place: LinePlace): Promise<number | null> {
    const { indicatorId, frequency } = place;
    const found = await this.unitOfWork.manager.findOneBy(CollectionLineEntity, {
      indicatorId,
      frequency,
      campaignId: place.campaignId ?? IsNull(),
      territoryId: place.territoryId ?? IsNull(),
      channel: place.channel ?? IsNull(),
      organisationId: place.organisationId ?? IsNull(),
    });
    return found?.id ?? null;
  }

  insert(place: LinePlace, terms: CollectionLineTerms, updatedAt: string): Promise<number> {
    return this.unitOfWork.write(async (manager) => {
      await manager.insert(CollectionLineEntity, { ...place, ...terms, updatedAt });
      const id = await this.at(place);
      if (id === null) throw new Error('the line just written is not there');
      return id;
    });
  }

  update(id: number, terms: CollectionLineTerms, updatedAt: string): Promise<void> {
    return this.unitOfWork.write(async (manager) => {
      await manager.update(CollectionLineEntity, { id }, { ...terms, updatedAt });
    });
  }

  delete(id: number): Promise<void> {
    return this.unitOfWork.write(async (manager) => {
      await manager.delete(CollectionLineEntity, { id });
    });
  }
}
