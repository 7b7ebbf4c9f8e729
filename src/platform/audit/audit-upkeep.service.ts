import { Inject, Injectable, type OnModuleInit } from '@nestjs/common';
import type { Logger } from 'pino';
import { DailyJobs } from '../jobs/daily-jobs.js';
import { LOGGER } from '../logging/logger.js';
import { AuditRetention } from './audit-retention.service.js';
import { AuditVerification } from './audit-verification.service.js';

/** What a running server does of its journal each day, and after each start. */
@Injectable()
export class AuditUpkeep implements OnModuleInit {
  constructor(
    @Inject(DailyJobs) private readonly jobs: DailyJobs,
    @Inject(LOGGER) private readonly logger: Logger,
    @Inject(AuditVerification) private readonly verification: AuditVerification,
    @Inject(AuditRetention) private readonly retention: AuditRetention,
  ) {}

  onModuleInit(): void {
    this.jobs.register('journal-verification', () => this.verify());
    this.jobs.register('journal-retention', () => this.retention.purge());
  }

  /** A broken journal is told, loudly; refusing to serve would punish readers for it. */
  private async verify(): Promise<void> {
    const { ok, findings, untold } = await this.verification.quick();
    if (ok) return;
    this.logger.error({ findings, untold }, 'the journal was altered: run « copil verify »');
  }
}
