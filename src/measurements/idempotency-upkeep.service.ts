import { Inject, Injectable, type OnModuleInit } from '@nestjs/common';
import { Clock } from '../platform/clock/clock.js';
import { DailyJobs } from '../platform/jobs/daily-jobs.js';
import { IdempotencyRepository } from './idempotency.repository.js';

/** The contract: a key is remembered for 24 hours. */
const REMEMBERED_MS = 24 * 3_600_000;

/** Forgets the keys of requests that nobody will send again, also when no request comes that would do it. */
@Injectable()
export class IdempotencyUpkeep implements OnModuleInit {
  constructor(
    @Inject(DailyJobs) private readonly jobs: DailyJobs,
    @Inject(Clock) private readonly clock: Clock,
    @Inject(IdempotencyRepository) private readonly answers: IdempotencyRepository,
  ) {}

  onModuleInit(): void {
    this.jobs.register('idempotency-keys', () =>
      this.answers.forget(new Date(this.clock.now().getTime() - REMEMBERED_MS).toISOString()),
    );
  }
}
