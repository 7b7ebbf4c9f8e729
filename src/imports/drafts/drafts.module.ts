import { Module } from '@nestjs/common';
import { MeasurementsModule } from '../../measurements/measurements.module.js';
import { JobsModule } from '../../platform/jobs/jobs.module.js';
import { BatchesModule } from '../batches/batches.module.js';
import { ImportsModule } from '../imports.module.js';
import { DraftsRepository } from './drafts.repository.js';
import { DraftsUpkeep } from './drafts-upkeep.service.js';
import { DraftsService } from './drafts.service.js';
import { TrialsService } from './trials.service.js';

/** Files that were dropped, until somebody decides what becomes of them. */
@Module({
  imports: [ImportsModule, BatchesModule, MeasurementsModule, JobsModule],
  providers: [DraftsService, DraftsRepository, DraftsUpkeep, TrialsService],
  exports: [DraftsService, TrialsService],
})
export class DraftsModule {}
