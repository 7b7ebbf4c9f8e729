import { Inject, Injectable } from '@nestjs/common';
import { UnitOfWork } from '../../platform/database/unit-of-work.js';
import { LegalTextEntity } from './legal-text.entity.js';
import type { LegalTextPage } from './legal-text.types.js';

/** Rows of what the team wrote on the pages of the law. */
@Injectable()
export class LegalTextsRepository {
  constructor(@Inject(UnitOfWork) private readonly unitOfWork: UnitOfWork) {}

  of(page: LegalTextPage): Promise<LegalTextEntity | null> {
    return this.unitOfWork.manager.findOneBy(LegalTextEntity, { page });
  }

  store(text: LegalTextEntity): Promise<void> {
    return this.unitOfWork.write(async (manager) => {
      await manager.delete(LegalTextEntity, { page: text.page });
      await manager.insert(LegalTextEntity, text);
    });
  }

  remove(page: LegalTextPage): Promise<void> {
    return this.unitOfWork.write(async (manager) => {
      await manager.delete(LegalTextEntity, { page });
    });
  }
}
