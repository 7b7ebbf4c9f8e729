import { Module } from '@nestjs/common';
import { CampaignsModule } from '../campaigns/campaigns.module.js';
import { CommitteeModule } from '../committee/committee.module.js';
import { IndicatorsModule } from '../indicators/indicators.module.js';
import { ProgrammeModule } from '../programme/programme.module.js';
import { OpinionsRepository } from './opinions.repository.js';
import { OpinionsService } from './opinions.service.js';
import { TargetChangesService } from './target-changes.service.js';
import { TargetsRepository } from './targets.repository.js';
import { TargetsService } from './targets.service.js';

@Module({
  imports: [ProgrammeModule, IndicatorsModule, CampaignsModule, CommitteeModule],
  providers: [TargetsRepository, TargetsService, TargetChangesService, OpinionsRepository, OpinionsService],
  exports: [TargetsService, TargetChangesService, OpinionsService],
})
export class TargetsModule {}
