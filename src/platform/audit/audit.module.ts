import { Global, Module } from '@nestjs/common';
import { SecretKeys } from '../security/secret-keys.js';
import { AuditChainRepository } from './audit-chain.repository.js';
import { AuditJournalRepository } from './audit-journal.repository.js';
import { AuditJournal } from './audit-journal.service.js';
import { AuditPersonalRepository } from './audit-personal.repository.js';
import { AuditRetention } from './audit-retention.service.js';
import { AuditTrail } from './audit-trail.service.js';

/** The journal, for every feature to write in; and the keys that sign its end. */
@Global()
@Module({
  providers: [
    SecretKeys,
    AuditChainRepository,
    AuditJournalRepository,
    AuditPersonalRepository,
    AuditTrail,
    AuditJournal,
    AuditRetention,
  ],
  exports: [SecretKeys, AuditTrail, AuditJournal, AuditRetention],
})
export class AuditModule {}
