import { Inject, Injectable } from '@nestjs/common';
import { IsNull } from 'typeorm';
import { UnitOfWork } from '../platform/database/unit-of-work.js';
import { OpinionEntity } from './opinion.entity.js';

/** What one opinion says, author and instant apart. */
export type OpinionContent = Omit<OpinionEntity, 'id' | 'recordedAt' | 'recordedBy'>;

/** Rows of opinions: only ever added. */
@Injectable()
export class OpinionsRepository {
  constructor(@Inject(UnitOfWork) private readonly unitOfWork: UnitOfWork) {}

  /** Those on an exercice, in the order of the days on which they were given, then in that of their entry. */
  ofYear(year: number): Promise<OpinionEntity[]> {
    return this.unitOfWork.manager.find(OpinionEntity, {
      where: { year },
      order: { givenOn: 'ASC', id: 'ASC' },
    });
  }

  /** Whether the very same thing was said already. */
  async isKnown({ campaignId, opinion, reason, meetingCode, ...content }: OpinionContent): Promise<boolean> {
    return this.unitOfWork.manager.existsBy(OpinionEntity, {
      ...content,
      campaignId: campaignId ?? IsNull(),
      opinion: opinion ?? IsNull(),
      reason: reason ?? IsNull(),
      meetingCode: meetingCode ?? IsNull(),
    });
  }

  add(content: OpinionContent, stamp: Pick<OpinionEntity, 'recordedAt' | 'recordedBy'>): Promise<void> {
    return this.unitOfWork.write(async (manager) => {
      await manager.insert(OpinionEntity, { ...content, ...stamp });
    });
  }
}
