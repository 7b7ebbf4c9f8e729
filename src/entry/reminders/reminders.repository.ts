import { Inject, Injectable } from '@nestjs/common';
import { bulkInsert, placeholders } from '../../platform/database/bulk-sql.js';
import { BOOKKEEPING, UnitOfWork } from '../../platform/database/unit-of-work.js';
import { ReminderEntity } from './reminder.entity.js';

/** Who was reminded of what month, and when. */
@Injectable()
export class RemindersRepository {
  constructor(@Inject(UnitOfWork) private readonly unitOfWork: UnitOfWork) {}

  ofMonth(month: string): Promise<ReminderEntity[]> {
    return this.unitOfWork.primary.findBy(ReminderEntity, { month });
  }

  /** Takes the one reminder of a person and a month. @returns false when it was taken: by another server, or before. */
  claim(personId: number, month: string, sentAt: string): Promise<boolean> {
    return this.unitOfWork.write(async (manager) => {
      const rows = await bulkInsert<{ id: number }>(
        manager,
        'reminders',
        ['person_id', 'month', 'sent_at'],
        [[personId, month, sentAt]],
        { onConflict: 'ON CONFLICT (person_id, month) DO NOTHING', returning: 'id' },
      );
      return rows.length > 0;
    }, BOOKKEEPING);
  }

  /** Gives a reminder back that did not leave, or that may leave again. @param before only one sent before that instant. */
  release(personId: number, month: string, before: string | null = null): Promise<void> {
    return this.unitOfWork.write(async (manager) => {
      const tooOld = before === null ? '' : ` AND sent_at < ${placeholders(manager, 1, 3)}`;
      await manager.query(
        `DELETE FROM reminders WHERE person_id = ${placeholders(manager, 1)} AND month = ${placeholders(manager, 1, 2)}${tooOld}`,
        before === null ? [personId, month] : [personId, month, before],
      );
    }, BOOKKEEPING);
  }
}
