import { Inject, Injectable } from '@nestjs/common';
import { Clock } from '../../platform/clock/clock.js';
import { hashOfSecret, looksLikeSecret } from '../../platform/security/secrets.js';
import type { SharedPage } from '../account.types.js';
import { ShareLinksRepository } from './share-links.repository.js';

/** Links that open one reserved page to whoever has them, until their last day or their revocation. */
@Injectable()
export class ShareLinksService {
  constructor(
    @Inject(ShareLinksRepository) private readonly links: ShareLinksRepository,
    @Inject(Clock) private readonly clock: Clock,
  ) {}

  /** The page that a link opens today, or null. */
  async identify(secret: string): Promise<SharedPage | null> {
    if (!looksLikeSecret(secret)) return null;
    const link = await this.links.byHash(hashOfSecret(secret));
    if (link === null || link.revokedAt !== null || link.expiresAt < this.clock.today()) return null;
    return { linkId: link.id, kind: link.kind, year: link.year };
  }
}
