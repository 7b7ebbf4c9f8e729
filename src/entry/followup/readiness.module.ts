import { Module } from '@nestjs/common';
import { ProgrammeModule } from '../../programme/programme.module.js';
import { ChecksModule } from '../checks/checks.module.js';
import { PlanModule } from '../plan/plan.module.js';
import { ReadinessLineService } from './readiness-line.service.js';
import { ReadinessService } from './readiness.service.js';

/** How ready the figures of a month or of a year are. */
@Module({
  imports: [PlanModule, ChecksModule, ProgrammeModule],
  providers: [ReadinessService, ReadinessLineService],
  exports: [ReadinessService, ReadinessLineService],
})
export class ReadinessModule {}
