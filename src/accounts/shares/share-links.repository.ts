import { Inject, Injectable } from '@nestjs/common';
import { UnitOfWork } from '../../platform/database/unit-of-work.js';
import { ShareLinkEntity } from './share-link.entity.js';

/** Rows of share links, found by the hash of their secret. */
@Injectable()
export class ShareLinksRepository {
  constructor(@Inject(UnitOfWork) private readonly unitOfWork: UnitOfWork) {}

  byHash(secretHash: string): Promise<ShareLinkEntity | null> {
    return this.unitOfWork.manager.findOneBy(ShareLinkEntity, { secretHash });
  }
}
