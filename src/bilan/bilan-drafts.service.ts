import { Inject, Injectable } from '@nestjs/common';
import { DomainError } from '../kernel/domain-error.js';
import { AuditTrail } from '../platform/audit/audit-trail.service.js';
import { Clock } from '../platform/clock/clock.js';
import { surrounding } from '../platform/context/request-context.js';
import { BilanService } from './bilan.service.js';
import type { BilanFile } from './bilan.types.js';
import { DraftLimit } from './draft-limit.js';

/** Drafts as people ask for them: so many a minute, and told to the journal. */
@Injectable()
export class BilanDraftsService {
  private readonly limit = new DraftLimit();

  constructor(
    @Inject(BilanService) private readonly bilans: BilanService,
    @Inject(AuditTrail) private readonly audit: AuditTrail,
    @Inject(Clock) private readonly clock: Clock,
  ) {}

  /**
   * The bilan of a year from its present figures.
   * @throws DomainError 404, 503 as `BilanService.draft`; 429 `too_many_requests` beyond 60 a minute from one address.
   */
  async draft(year: number): Promise<BilanFile> {
    const { address } = surrounding();
    // Whoever runs commands on the machine has no address, and no limit.
    const retryAfter = address === null ? null : this.limit.take(address, this.clock.now().getTime());
    if (retryAfter !== null) {
      const title = `Trop de brouillons ont été demandés d’ici en une minute\u00a0: réessayez dans ${retryAfter} s.`;
      throw new DomainError('too_many_requests', title, 429, [], { retryAfter });
    }
    const file = await this.bilans.draft(year);
    await this.audit.record({ action: 'bilan.drafted', subject: `bilan:${year}` });
    return file;
  }
}
