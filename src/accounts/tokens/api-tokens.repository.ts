import { Inject, Injectable } from '@nestjs/common';
import { placeholders } from '../../platform/database/bulk-sql.js';
import { plainQuery } from '../../platform/database/sqlite-statements.js';
import { BOOKKEEPING, UnitOfWork } from '../../platform/database/unit-of-work.js';
import type { ProgrammeEntity } from '../../programme/programme.entity.js';
import { ApiTokenEntity } from './api-token.entity.js';

/** What letting a request in needs to know of a token. */
type KnownToken = Pick<ApiTokenEntity, 'id' | 'name' | 'scope' | 'ratePerMinute' | 'expiresAt' | 'revokedAt'>;

/** Rows of tokens, found by the hash of their secret. */
@Injectable()
export class ApiTokensRepository {
  constructor(@Inject(UnitOfWork) private readonly unitOfWork: UnitOfWork) {}

  /** Asked by every request that carries a token: in one statement, without the entity machinery. */
  async byHash(secretHash: string): Promise<KnownToken | null> {
    const { primary: manager } = this.unitOfWork;
    const [row] = await plainQuery<KnownToken>(
      manager,
      `SELECT id, name, scope, rate_per_minute AS "ratePerMinute", expires_at AS "expiresAt",
         revoked_at AS "revokedAt"
       FROM api_tokens WHERE secret_hash = ${placeholders(manager, 1)}`,
      [secretHash],
    );
    return row ?? null;
  }

  byName(name: string): Promise<ApiTokenEntity[]> {
    return this.unitOfWork.manager.findBy(ApiTokenEntity, { name });
  }

  byId(id: number): Promise<ApiTokenEntity | null> {
    return this.unitOfWork.manager.findOneBy(ApiTokenEntity, { id });
  }

  /** Every token there ever was, the latest first. */
  all(): Promise<ApiTokenEntity[]> {
    return this.unitOfWork.manager.find(ApiTokenEntity, { order: { id: 'DESC' } });
  }

  insert(token: Omit<ApiTokenEntity, 'id' | 'lastUsedAt' | 'revokedAt'>): Promise<ApiTokenEntity> {
    return this.unitOfWork.write(async (manager) => {
      await manager.insert(ApiTokenEntity, token);
      return manager.findOneByOrFail(ApiTokenEntity, { secretHash: token.secretHash });
    });
  }

  revoke(id: number, revokedAt: string): Promise<void> {
    return this.unitOfWork.write(async (manager) => {
      await manager.update(ApiTokenEntity, { id }, { revokedAt });
    });
  }

  noteUse(id: number, lastUsedAt: string): Promise<void> {
    return this.unitOfWork.write(async (manager) => {
      await manager.update(ApiTokenEntity, { id }, { lastUsedAt });
    }, BOOKKEEPING);
  }

  /** An empty database hides nothing. Asked by every request, too. */
  async programmeIsPublic(): Promise<boolean> {
    const [programme] = await plainQuery<Pick<ProgrammeEntity, 'visibility'>>(
      this.unitOfWork.primary,
      'SELECT visibility FROM programmes WHERE id = 1',
    );
    return programme === undefined || programme.visibility === 'public';
  }
}
