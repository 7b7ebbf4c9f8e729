import { Inject, Injectable } from '@nestjs/common';
import { UnitOfWork } from '../../platform/database/unit-of-work.js';
import { ImportProfileEntity } from './import-profile.entity.js';

/** Rows of the profiles that were learned or changed here. */
@Injectable()
export class ProfilesRepository {
  constructor(@Inject(UnitOfWork) private readonly unitOfWork: UnitOfWork) {}

  all(): Promise<ImportProfileEntity[]> {
    return this.unitOfWork.manager.find(ImportProfileEntity, { order: { id: 'ASC' } });
  }

  async store(row: ImportProfileEntity): Promise<void> {
    await this.unitOfWork.write((manager) => manager.upsert(ImportProfileEntity, row, ['id']));
  }

  /** Of one that came with Copil: it is again as it came. */
  async forget(id: string): Promise<void> {
    await this.unitOfWork.write((manager) => manager.delete(ImportProfileEntity, { id }));
  }
}
