import { Inject, Injectable, type OnModuleInit } from '@nestjs/common';
import { DailyJobs } from '../platform/jobs/daily-jobs.js';
import { OneTimeLinksService } from './links/one-time-links.service.js';
import { SessionsService } from './sessions/sessions.service.js';
import { AttemptsService } from './sign-in/attempts.service.js';

/** What accounts leave behind is forgotten day by day: ended sessions, dead links, failed tries. */
@Injectable()
export class AccountUpkeep implements OnModuleInit {
  constructor(
    @Inject(DailyJobs) private readonly jobs: DailyJobs,
    @Inject(SessionsService) private readonly sessions: SessionsService,
    @Inject(OneTimeLinksService) private readonly links: OneTimeLinksService,
    @Inject(AttemptsService) private readonly attempts: AttemptsService,
  ) {}

  onModuleInit(): void {
    this.jobs.register('sessions', () => this.sessions.purge());
    this.jobs.register('one-time-links', () => this.links.purge());
    this.jobs.register('sign-in-failures', () => this.attempts.purge());
  }
}
