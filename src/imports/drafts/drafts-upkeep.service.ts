import { Inject, Injectable, type OnModuleInit } from '@nestjs/common';
import { DailyJobs } from '../../platform/jobs/daily-jobs.js';
import { DraftsService } from './drafts.service.js';

/** Files that nobody decided upon are forgotten. */
@Injectable()
export class DraftsUpkeep implements OnModuleInit {
  constructor(
    @Inject(DailyJobs) private readonly jobs: DailyJobs,
    @Inject(DraftsService) private readonly drafts: DraftsService,
  ) {}

  onModuleInit(): void {
    this.jobs.register('import-drafts', () => this.drafts.forgetOld());
  }
}
