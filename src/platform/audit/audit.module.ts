import { Global, Module } from '@nestjs/common';
import { JobsModule } from '../jobs/jobs.module.js';
import { SecretKeys } from '../security/secret-keys.js';
import { AuditChainRepository } from './audit-chain.repository.js';
import { AuditJournalRepository } from './audit-journal.repository.js';
import { AuditJournal } from './audit-journal.service.js';
import { AuditPersonalRepository } from './audit-personal.repository.js';
import { AuditRetention } from './audit-retention.service.js';
import { AuditTrail } from './audit-trail.service.js';
import { AuditUpkeep } from './audit-upkeep.service.js';
import { AuditVerificationRepository } from './audit-verification.repository.js';
import { AuditVerification } from './audit-verification.service.js';

/** The journal, for every feature to write in; and the keys that sign its end. */
@Global()
@Module({
  imports: [JobsModule],
  providers: [
    SecretKeys,
    AuditChainRepository,
    AuditJournalRepository,
    AuditPersonalRepository,
    AuditVerificationRepository,
    AuditTrail,
    AuditJournal,
    AuditRetention,
    AuditVerification,
    AuditUpkeep,
  ],
  exports: [SecretKeys, AuditTrail, AuditJournal, AuditRetention, AuditVerification],
})
export class AuditModule {}
