import { AuditChainRepository } from '../../src/platform/audit/audit-chain.repository.js';
import { AuditJournalRepository } from '../../src/platform/audit/audit-journal.repository.js';
import { AuditJournal } from '../../src/platform/audit/audit-journal.service.js';
import { AuditPersonalRepository } from '../../src/platform/audit/audit-personal.repository.js';
import { AuditRetention } from '../../src/platform/audit/audit-retention.service.js';
import { AuditTrail } from '../../src/platform/audit/audit-trail.service.js';
import type { Clock } from '../../src/platform/clock/clock.js';
import type { UnitOfWork } from '../../src/platform/database/unit-of-work.js';
import { SecretKeys } from '../../src/platform/security/secret-keys.js';

export const TEST_SECRET_KEY = 'test-secret-key-of-more-than-32-characters';

export const testKeys = (): SecretKeys => new SecretKeys({ secretKey: TEST_SECRET_KEY });

/** The journal's own service on an opened database, for tests of services without an application around them. */
export const auditTrail = (unitOfWork: UnitOfWork, clock: Clock): AuditTrail =>
  new AuditTrail(unitOfWork, clock, testKeys(), new AuditChainRepository(unitOfWork));

/** The journal as it is read. */
export const auditJournal = (unitOfWork: UnitOfWork): AuditJournal =>
  new AuditJournal(new AuditJournalRepository(unitOfWork), new AuditPersonalRepository(unitOfWork));

/** What forgets and exports. */
export const auditRetention = (unitOfWork: UnitOfWork, clock: Clock): AuditRetention =>
  new AuditRetention(
    unitOfWork,
    clock,
    auditTrail(unitOfWork, clock),
    auditJournal(unitOfWork),
    new AuditPersonalRepository(unitOfWork),
  );
