import { Inject, Injectable } from '@nestjs/common';
import { UnitOfWork } from '../../platform/database/unit-of-work.js';
import { PersonEntity } from './person.entity.js';

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

  insert(person: Omit<PersonEntity, 'id'>): Promise<PersonEntity> {
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
}
