import { Inject, Injectable } from '@nestjs/common';
import { placeholders } from '../../platform/database/bulk-sql.js';
import { BOOKKEEPING, UnitOfWork } from '../../platform/database/unit-of-work.js';
import { ShareLinkEntity } from './share-link.entity.js';

/** Rows of share links, found by the hash of their secret. */
@Injectable()
export class ShareLinksRepository {
  constructor(@Inject(UnitOfWork) private readonly unitOfWork: UnitOfWork) {}

  byHash(secretHash: string): Promise<ShareLinkEntity | null> {
    return this.unitOfWork.primary.findOneBy(ShareLinkEntity, { secretHash });
  }

  byId(id: number): Promise<ShareLinkEntity | null> {
    return this.unitOfWork.primary.findOneBy(ShareLinkEntity, { id });
  }

  /** Every link there ever was, the newest first. */
  all(): Promise<ShareLinkEntity[]> {
    return this.unitOfWork.primary.find(ShareLinkEntity, { order: { id: 'DESC' } });
  }

  /** @returns the link's number. */
  insert(link: Omit<ShareLinkEntity, 'id' | 'revokedAt' | 'openings' | 'lastOpenedAt'>): Promise<number> {
    return this.unitOfWork.write(async (manager) => {
      await manager.insert(ShareLinkEntity, { ...link, openings: 0 });
      const { id } = await manager.findOneByOrFail(ShareLinkEntity, { secretHash: link.secretHash });
      return id;
    });
  }

  revoke(id: number, revokedAt: string): Promise<void> {
    return this.unitOfWork.write(async (manager) => {
      await manager.update(ShareLinkEntity, { id }, { revokedAt });
    });
  }

  /** Counts in the database: two openings at once are two. */
  countOpening(id: number, at: string): Promise<void> {
    return this.unitOfWork.write(async (manager) => {
      await manager.query(
        `UPDATE share_links SET openings = openings + 1, last_opened_at = ${placeholders(manager, 1)}
         WHERE id = ${placeholders(manager, 1, 2)}`,
        [at, id],
      );
    }, BOOKKEEPING);
  }
}
