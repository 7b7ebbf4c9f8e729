import { Global, Module } from '@nestjs/common';
import { SecretKeys } from '../security/secret-keys.js';
import { AuditChainRepository } from './audit-chain.repository.js';
import { AuditTrail } from './audit-trail.service.js';

/** The journal, for every feature to write in; and the keys that sign its end. */
@Global()
@Module({
  providers: [SecretKeys, AuditChainRepository, AuditTrail],
  exports: [SecretKeys, AuditTrail],
})
export class AuditModule {}
