import { Inject, Injectable } from '@nestjs/common';
import { createHash } from 'node:crypto';
import { AuditTrail } from '../../platform/audit/audit-trail.service.js';
import { Clock } from '../../platform/clock/clock.js';
import { UnitOfWork } from '../../platform/database/unit-of-work.js';
import { ProgrammeService } from '../programme.service.js';
import { LegalTextsRepository } from './legal-texts.repository.js';
import type { LegalTextPage } from './legal-text.types.js';
import { proposedLegalText } from './proposed-texts.rules.js';

/** The text of a page as it stands. */
export interface LegalText {
  page: LegalTextPage;
  text: string;
  /** When the team wrote it, ISO UTC; null while the proposed text stands. */
  writtenAt: string | null;
}

/** The texts that the law asks for: the team's own, or the one that Copil proposes. */
@Injectable()
export class LegalTextsService {
  constructor(
    @Inject(UnitOfWork) private readonly unitOfWork: UnitOfWork,
    @Inject(LegalTextsRepository) private readonly texts: LegalTextsRepository,
    @Inject(ProgrammeService) private readonly programmes: ProgrammeService,
    @Inject(AuditTrail) private readonly audit: AuditTrail,
    @Inject(Clock) private readonly clock: Clock,
  ) {}

  /** @throws DomainError `no_programme`: the proposed text speaks for one. */
  async of(page: LegalTextPage): Promise<LegalText> {
    const own = await this.texts.of(page);
    if (own !== null) return { page, text: own.text, writtenAt: own.updatedAt };
    return { page, text: proposedLegalText(page, await this.programmes.programme()), writtenAt: null };
  }

  /** Puts the team's text in place; null goes back to the proposed one. The same again changes nothing. */
  change(page: LegalTextPage, text: string | null): Promise<void> {
    return this.unitOfWork.write(async () => {
      const own = (await this.texts.of(page))?.text ?? null;
      if (own === text) return;
      if (text === null) await this.texts.remove(page);
      else await this.texts.store({ page, text, updatedAt: this.clock.instant() });
      await this.audit.record({
        action: 'legal_text.changed',
        subject: `legal_text:${page}`,
        before: traceOf(own),
        after: traceOf(text),
      });
    });
  }
}

/** A legal text names people, its publisher first: the journal keeps no more than its fingerprint. */
const traceOf = (text: string | null): { characters: number; sha256: string } | null =>
  text === null ? null : { characters: text.length, sha256: createHash('sha256').update(text).digest('hex') };
