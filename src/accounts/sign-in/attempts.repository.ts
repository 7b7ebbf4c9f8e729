import { Inject, Injectable } from '@nestjs/common';
import { LessThan, MoreThan } from 'typeorm';
import { BOOKKEEPING, UnitOfWork } from '../../platform/database/unit-of-work.js';
import { SignInFailureEntity } from './sign-in-failure.entity.js';

/** Rows of failed tries. */
@Injectable()
export class AttemptsRepository {
  constructor(@Inject(UnitOfWork) private readonly unitOfWork: UnitOfWork) {}

  /** When the latest tries happened since an instant, the newest first: at most `count` of them. */
  async latest(key: string, since: string, count: number): Promise<string[]> {
    const rows = await this.unitOfWork.primary.find(SignInFailureEntity, {
      where: { key, at: MoreThan(since) },
      order: { at: 'DESC', id: 'DESC' },
      take: count,
    });
    return rows.map(({ at }) => at);
  }

  add(keys: readonly string[], at: string): Promise<void> {
    return this.unitOfWork.write(async (manager) => {
      await manager.insert(
        SignInFailureEntity,
        keys.map((key) => ({ key, at })),
      );
    }, BOOKKEEPING);
  }

  removeAll(key: string): Promise<void> {
    return this.unitOfWork.write(async (manager) => {
      await manager.delete(SignInFailureEntity, { key });
    }, BOOKKEEPING);
  }

  removeLatest(key: string): Promise<void> {
    return this.unitOfWork.write(async (manager) => {
      const latest = await manager.findOne(SignInFailureEntity, { where: { key }, order: { id: 'DESC' } });
      if (latest !== null) await manager.delete(SignInFailureEntity, { id: latest.id });
    }, BOOKKEEPING);
  }

  removeBefore(instant: string): Promise<void> {
    return this.unitOfWork.write(async (manager) => {
      await manager.delete(SignInFailureEntity, { at: LessThan(instant) });
    }, BOOKKEEPING);
  }
}
