import { Inject, Injectable } from '@nestjs/common';
import { LessThan } from 'typeorm';
import { bulkInsert } from '../../platform/database/bulk-sql.js';
import { BOOKKEEPING, UnitOfWork } from '../../platform/database/unit-of-work.js';
import type { MailFailure } from '../../platform/mail/mail.types.js';
import { ReminderEntity } from './reminder.entity.js';

const TAKE_AGAIN = `ON CONFLICT (person_id, month) DO UPDATE SET sent_at = excluded.sent_at, failure = NULL
  WHERE reminders.failure IS NOT NULL`;

/** Who was reminded of what month, and when, or why not. */
@Injectable()
export class RemindersRepository {
  constructor(@Inject(UnitOfWork) private readonly unitOfWork: UnitOfWork) {}

  ofMonth(month: string): Promise<ReminderEntity[]> {
    return this.unitOfWork.primary.findBy(ReminderEntity, { month });
  }

  /**
   * Takes the one reminder of a person and a month. One that did not leave is there to be taken again.
   * @returns false when it was taken: by another server, or before.
   */
  claim(personId: number, month: string, sentAt: string): Promise<boolean> {
    return this.unitOfWork.write(async (manager) => {
      const rows = await bulkInsert<{ id: number }>(
        manager,
        'reminders',
        ['person_id', 'month', 'sent_at'],
        [[personId, month, sentAt]],
        { onConflict: TAKE_AGAIN, returning: 'id' },
      );
      return rows.length > 0;
    }, BOOKKEEPING);
  }

  /** Notes that a reminder did not leave, so that it is tried again. */
  fail(personId: number, month: string, failure: MailFailure): Promise<void> {
    return this.unitOfWork.write(async (manager) => {
      await manager.update(ReminderEntity, { personId, month }, { failure });
    }, BOOKKEEPING);
  }

  /** Gives a reminder back that left before an instant: it may leave again. */
  release(personId: number, month: string, before: string): Promise<void> {
    return this.unitOfWork.write(async (manager) => {
      await manager.delete(ReminderEntity, { personId, month, sentAt: LessThan(before) });
    }, BOOKKEEPING);
  }
}
