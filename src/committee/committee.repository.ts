import { Inject, Injectable } from '@nestjs/common';
import { IsNull } from 'typeorm';
import { differs, storeRecord, type StoreOutcome } from '../platform/database/store-record.js';
import { UnitOfWork } from '../platform/database/unit-of-work.js';
import { CommitteeMemberEntity, MeetingEntity, ObjectiveEntity } from './committee.entity.js';
import type { Meeting, Objective, SeatDefinition } from './committee.types.js';

/** A seat with the key of its organisation, where the definition has a code. */
export type SeatRow = Omit<SeatDefinition, 'organisation'> & { organisationId: number };

/** Rows of sessions, seats and objectives. */
@Injectable()
export class CommitteeRepository {
  constructor(@Inject(UnitOfWork) private readonly unitOfWork: UnitOfWork) {}

  meetings(): Promise<MeetingEntity[]> {
    return this.unitOfWork.manager.find(MeetingEntity, { order: { date: 'ASC', code: 'ASC' } });
  }

  meetingsOf(year: number): Promise<MeetingEntity[]> {
    return this.unitOfWork.manager.find(MeetingEntity, {
      where: { year },
      order: { date: 'ASC', code: 'ASC' },
    });
  }

  seats(): Promise<CommitteeMemberEntity[]> {
    return this.unitOfWork.manager.find(CommitteeMemberEntity, { order: { position: 'ASC', id: 'ASC' } });
  }

  objectivesOf(year: number): Promise<ObjectiveEntity[]> {
    return this.unitOfWork.manager.find(ObjectiveEntity, { where: { year }, order: { rank: 'ASC' } });
  }

  storeMeeting({ code, updatedAt, ...values }: Meeting): Promise<StoreOutcome> {
    return this.unitOfWork.write(async (manager) => {
      return (await storeRecord(manager, MeetingEntity, { code }, values, { updatedAt })).outcome;
    });
  }

  storeObjective({ year, rank, updatedAt, ...values }: Objective): Promise<StoreOutcome> {
    return this.unitOfWork.write(async (manager) => {
      return (await storeRecord(manager, ObjectiveEntity, { year, rank }, values, { updatedAt })).outcome;
    });
  }

  /** A seat is known by its organisation and its first day. */
  storeSeat({ organisationId, validFrom, ...values }: SeatRow): Promise<StoreOutcome> {
    return this.unitOfWork.write(async (manager): Promise<StoreOutcome> => {
      const found = await manager.findOneBy(CommitteeMemberEntity, {
        organisationId,
        validFrom: validFrom ?? IsNull(),
      });
      if (found === null) {
        await manager.insert(CommitteeMemberEntity, { organisationId, validFrom, ...values });
        return 'created';
      }
      if (!differs(found, values)) return 'unchanged';
      await manager.update(CommitteeMemberEntity, { id: found.id }, values);
      return 'updated';
    });
  }
}
