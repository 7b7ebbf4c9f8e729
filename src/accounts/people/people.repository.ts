import { Inject, Injectable } from '@nestjs/common';
import { UnitOfWork } from '../../platform/database/unit-of-work.js';
import { PersonEntity } from './person.entity.js';

/** What somebody's row says before they ever came in. */
export type NewPerson = Omit<PersonEntity, 'id' | 'lastSignedInAt' | 'reminders'>;

/** An organisation to which a person may be bound, or was. */
export interface KnownOrganisation {
  id: number;
  code: string;
  /** The one that it became; null while it stands by itself. */
  mergedIntoId: number | null;
}

/** Rows of people. */
@Injectable()
export class PeopleRepository {
  constructor(@Inject(UnitOfWork) private readonly unitOfWork: UnitOfWork) {}

  all(): Promise<PersonEntity[]> {
    return this.unitOfWork.manager.find(PersonEntity, { order: { id: 'ASC' } });
  }

  byId(id: number): Promise<PersonEntity | null> {
    return this.unitOfWork.manager.findOneBy(PersonEntity, { id });
  }

  /** @param email as `normalEmail` writes it. */
  byEmail(email: string): Promise<PersonEntity | null> {
    return this.unitOfWork.manager.findOneBy(PersonEntity, { email });
  }

  insert(person: NewPerson): Promise<PersonEntity> {
    return this.unitOfWork.write(async (manager) => {
      await manager.insert(PersonEntity, person);
      return manager.findOneByOrFail(PersonEntity, { email: person.email });
    });
  }

  update(id: number, values: Partial<Omit<PersonEntity, 'id' | 'createdAt'>>): Promise<void> {
    return this.unitOfWork.write(async (manager) => {
      await manager.update(PersonEntity, { id }, values);
    });
  }

  /** How many people may administer the installation today. */
  countActiveAdmins(): Promise<number> {
    return this.unitOfWork.manager.countBy(PersonEntity, { role: 'admin', state: 'active' });
  }

  /**
   * Ids of those who may administer today, held until the write ends: two administrators who demote each other at the
   * same instant, one in a page and one by a command, are two transactions, and must not both count the other.
   */
  holdActiveAdmins(): Promise<number[]> {
    return this.unitOfWork.write(async (manager) => {
      // A transaction of SQLite holds the whole database already.
      const hold = manager.dataSource.options.type === 'postgres' ? 'FOR UPDATE' : '';
      const rows: { id: number }[] = await manager.query(
        `SELECT id FROM people WHERE role = 'admin' AND state = 'active' ORDER BY id ${hold}`,
      );
      return rows.map(({ id }) => id);
    });
  }

  organisations(): Promise<KnownOrganisation[]> {
    return this.unitOfWork.manager.query(
      'SELECT id, code, merged_into_id AS "mergedIntoId" FROM organisations ORDER BY code',
    );
  }
}
