import { AuditChainRepository } from '../../src/platform/audit/audit-chain.repository.js';
import { AuditJournalRepository } from '../../src/platform/audit/audit-journal.repository.js';
import { AuditJournal } from '../../src/platform/audit/audit-journal.service.js';
import { AuditPersonalRepository } from '../../src/platform/audit/audit-personal.repository.js';
import { AuditRetention } from '../../src/platform/audit/audit-retention.service.js';
import { AuditVerificationRepository } from '../../src/platform/audit/audit-verification.repository.js';
import { AuditVerification } from '../../src/platform/audit/audit-verification.service.js';
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

/** What proves that nothing was altered. */
export const auditVerification = (
  unitOfWork: UnitOfWork,
  clock: Clock,
  keys = testKeys(),
): AuditVerification =>
  new AuditVerification(
    clock,
    keys,
    new AuditJournalRepository(unitOfWork),
    new AuditPersonalRepository(unitOfWork),
    new AuditVerificationRepository(unitOfWork),
  );

/** Takes away what the database itself forbids, as somebody with its password would. */
export async function unlockJournal(unitOfWork: UnitOfWork): Promise<void> {
  await unitOfWork.write(async (manager) => {
    const isPostgres = manager.dataSource.options.type === 'postgres';
    const statements = isPostgres
      ? [
          'DROP TRIGGER audit_entries_append_only ON audit_entries',
          'ALTER TABLE audit_personal DROP CONSTRAINT audit_personal_entry_id_fkey',
        ]
      : ['DROP TRIGGER audit_entries_no_update', 'DROP TRIGGER audit_entries_no_delete'];
    for (const statement of statements) await manager.query(statement);
  });
}
