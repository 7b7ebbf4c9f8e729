import { Inject, Injectable } from '@nestjs/common';
import { LessThan } from 'typeorm';
import { IdempotencyKeyEntity } from '../accounts/tokens/api-token.entity.js';
import { BOOKKEEPING, UnitOfWork } from '../platform/database/unit-of-work.js';

/** Answers kept by token and key, so that a request sent twice acts once. */
@Injectable()
export class IdempotencyRepository {
  constructor(@Inject(UnitOfWork) private readonly unitOfWork: UnitOfWork) {}

  /** The answer given to this key since that instant. */
  async find(tokenId: number, key: string, since: string): Promise<IdempotencyKeyEntity | null> {
    const found = await this.unitOfWork.manager.findOneBy(IdempotencyKeyEntity, { tokenId, key });
    return found === null || found.createdAt < since ? null : found;
  }

  /** Keeps an answer and forgets those from before that instant. */
  keep(entry: IdempotencyKeyEntity, since: string): Promise<void> {
    return this.unitOfWork.write(async (manager) => {
      await this.forget(since);
      await manager.insert(IdempotencyKeyEntity, entry);
    }, BOOKKEEPING);
  }

  /** Forgets the answers from before an instant. */
  forget(before: string): Promise<void> {
    return this.unitOfWork.write(async (manager) => {
      await manager.delete(IdempotencyKeyEntity, { createdAt: LessThan(before) });
    }, BOOKKEEPING);
  }
}
