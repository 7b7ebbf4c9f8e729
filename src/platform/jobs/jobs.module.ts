import { Global, Module } from '@nestjs/common';
import { DailyJobs } from './daily-jobs.js';

/** Upkeep, for every feature to register its own. */
@Global()
@Module({ providers: [DailyJobs], exports: [DailyJobs] })
export class JobsModule {}
