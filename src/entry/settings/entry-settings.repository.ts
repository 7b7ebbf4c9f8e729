import { Inject, Injectable } from '@nestjs/common';
import { UnitOfWork } from '../../platform/database/unit-of-work.js';
import { EntrySettingsEntity } from './entry-settings.entity.js';
import type { EntrySettings } from './entry-settings.types.js';

/** The one row of settings. */
@Injectable()
export class EntrySettingsRepository {
  constructor(@Inject(UnitOfWork) private readonly unitOfWork: UnitOfWork) {}

  read(): Promise<EntrySettingsEntity> {
    return this.unitOfWork.manager.findOneByOrFail(EntrySettingsEntity, { id: 1 });
  }

  async store(settings: EntrySettings, updatedAt: string): Promise<void> {
    await this.unitOfWork.write((manager) =>
      manager.update(EntrySettingsEntity, { id: 1 }, { ...settings, updatedAt }),
    );
  }
}
