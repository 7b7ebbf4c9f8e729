import { Inject, Injectable } from '@nestjs/common';
import { IsNull, LessThan } from 'typeorm';
import { BOOKKEEPING, UnitOfWork } from '../../platform/database/unit-of-work.js';
import type { LinkKind } from '../account.types.js';
import { OneTimeLinkEntity } from './one-time-link.entity.js';

/** Rows of one-time links, found by the hash of their secret. */
@Injectable()
export class OneTimeLinksRepository {
  constructor(@Inject(UnitOfWork) private readonly unitOfWork: UnitOfWork) {}

  byHash(secretHash: string): Promise<OneTimeLinkEntity | null> {
    return this.unitOfWork.primary.findOneBy(OneTimeLinkEntity, { secretHash });
  }

  /** Replaces what was made before for the same use: the last link sent is the one that works. */
  replace(link: Omit<OneTimeLinkEntity, 'id' | 'usedAt'>): Promise<void> {
    return this.unitOfWork.write(async (manager) => {
      const { kind, personId } = link;
      await manager.delete(OneTimeLinkEntity, { kind, personId: personId ?? IsNull(), usedAt: IsNull() });
      await manager.insert(OneTimeLinkEntity, link);
    });
  }

  markUsed(id: number, usedAt: string): Promise<void> {
    return this.unitOfWork.write(async (manager) => {
      await manager.update(OneTimeLinkEntity, { id }, { usedAt });
    });
  }

  /** Takes back what a person has not used yet. */
  removeUnused(personId: number, kind: LinkKind): Promise<void> {
    return this.unitOfWork.write(async (manager) => {
      await manager.delete(OneTimeLinkEntity, { personId, kind, usedAt: IsNull() });
    });
  }

  /** The latest link of a person that still works, of one kind. */
  async pending(personId: number, kind: LinkKind, now: string): Promise<OneTimeLinkEntity | null> {
    const links = await this.unitOfWork.primary.findBy(OneTimeLinkEntity, {
      personId,
      kind,
      usedAt: IsNull(),
    });
    return links.find(({ expiresAt }) => expiresAt > now) ?? null;
  }

  removeOlderThan(instant: string): Promise<void> {
    return this.unitOfWork.write(async (manager) => {
      await manager.delete(OneTimeLinkEntity, { expiresAt: LessThan(instant) });
    }, BOOKKEEPING);
  }
}
