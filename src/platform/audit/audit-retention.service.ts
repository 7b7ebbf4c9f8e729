import { Inject, Injectable } from '@nestjs/common';
import { writeRanges } from '../../kernel/number-ranges.rules.js';
import { Clock } from '../clock/clock.js';
import { BOOKKEEPING, UnitOfWork } from '../database/unit-of-work.js';
import { AuditJournal } from './audit-journal.service.js';
import { AuditPersonalRepository } from './audit-personal.repository.js';
import { isSignIn, retentionLimits, truncatedContent } from './audit-retention.rules.js';
import { AuditTrail } from './audit-trail.service.js';
import { AUDIT_WORDS } from './audit-words.js';
import type { JournalEntry } from './audit.types.js';

const SIGN_IN_ACTIONS = Object.keys(AUDIT_WORDS).filter(isSignIn);

/** What is personal in the journal, kept as long as it may be. The chain holds digests only and stays whole. */
@Injectable()
export class AuditRetention {
  constructor(
    @Inject(UnitOfWork) private readonly unitOfWork: UnitOfWork,
    @Inject(Clock) private readonly clock: Clock,
    @Inject(AuditTrail) private readonly trail: AuditTrail,
    @Inject(AuditJournal) private readonly journal: AuditJournal,
    @Inject(AuditPersonalRepository) private readonly personal: AuditPersonalRepository,
  ) {}

  /** Forgets what is a year old about sign-ins, and shortens addresses a month old. */
  purge(): Promise<void> {
    return this.unitOfWork.write(async () => {
      const limits = retentionLimits(this.clock.now());
      const signIns = await this.personal.remove({ actions: SIGN_IN_ACTIONS, before: limits.details });
      const addresses = await this.personal.remove({ facet: 'address', before: limits.details });
      const shortened = await this.personal.truncateAddresses(limits.wholeAddress, truncatedContent);
      const removed = signIns.length + addresses.length;
      if (removed + shortened === 0) return;
      await this.trail.record({
        action: 'journal.purged',
        subject: 'journal',
        after: { reason: 'retention', removed, shortenedAddresses: shortened },
      });
    }, BOOKKEEPING);
  }

  /**
   * Forgets all that the journal keeps of a person, to be called last in the write that anonymises them. The chain
   * says which entries lost something: nothing else can go missing unseen.
   * @param email theirs, as it is kept: somebody who tried it before they had an account left it in the journal too.
   */
  forgetPerson(personId: number, email: string): Promise<void> {
    return this.unitOfWork.write(async () => {
      const theirs = await this.personal.remove({ personId });
      const entries = [...theirs, ...(await this.personal.remove({ email }))].sort(
        (one, other) => one - other,
      );
      if (entries.length === 0) return;
      await this.trail.record({
        action: 'journal.purged',
        subject: 'journal',
        after: { reason: 'anonymisation', removed: entries.length, entries: writeRanges(entries) },
      });
    });
  }

  /** All that the journal holds by a person or about them, oldest first, for their own export. */
  async exportPerson(personId: number): Promise<JournalEntry[]> {
    const entries: JournalEntry[] = [];
    for await (const chunk of this.journal.all({ personId })) {
      for (const entry of chunk) {
        // What an entry by them says of somebody else is not theirs.
        const isTheirs = entry.personId === personId;
        entries.push(isTheirs ? entry : { ...entry, details: null, address: null });
      }
    }
    return entries.toReversed();
  }
}
