import { Inject, Injectable } from '@nestjs/common';
import { UnitOfWork } from '../platform/database/unit-of-work.js';
import { ProgrammeEntity } from '../programme/programme.entity.js';
import { ApiTokenEntity } from './api-token.entity.js';

/** Rows of tokens, found by the hash of their secret. */
@Injectable()
export class ApiTokensRepository {
  constructor(@Inject(UnitOfWork) private readonly unitOfWork: UnitOfWork) {}

  byHash(secretHash: string): Promise<ApiTokenEntity | null> {
    return this.unitOfWork.manager.findOneBy(ApiTokenEntity, { secretHash });
  }

  byName(name: string): Promise<ApiTokenEntity[]> {
    return this.unitOfWork.manager.findBy(ApiTokenEntity, { name });
  }

  insert(token: Omit<ApiTokenEntity, 'id' | 'lastUsedAt' | 'revokedAt'>): Promise<void> {
    return this.unitOfWork.write(async (manager) => {
      await manager.insert(ApiTokenEntity, token);
    });
  }

  update(id: number, values: Partial<Pick<ApiTokenEntity, 'lastUsedAt' | 'revokedAt'>>): Promise<void> {
    return this.unitOfWork.write(async (manager) => {
      await manager.update(ApiTokenEntity, { id }, values);
    });
  }

  /** An empty database hides nothing. */
  async programmeIsPublic(): Promise<boolean> {
    const programme = await this.unitOfWork.manager.findOneBy(ProgrammeEntity, { id: 1 });
    return programme === null || programme.visibility === 'public';
  }
}
