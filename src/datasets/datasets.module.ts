import { Module } from '@nestjs/common';
import { CampaignsModule } from '../campaigns/campaigns.module.js';
import { CommitteeModule } from '../committee/committee.module.js';
import { IndicatorsModule } from '../indicators/indicators.module.js';
import { MeasurementsModule } from '../measurements/measurements.module.js';
import { ProgrammeModule } from '../programme/programme.module.js';
import { TargetsModule } from '../targets/targets.module.js';
import { DatasetsService } from './datasets.service.js';

@Module({
  imports: [
    ProgrammeModule,
    IndicatorsModule,
    CampaignsModule,
    CommitteeModule,
    TargetsModule,
    MeasurementsModule,
  ],
  providers: [DatasetsService],
  exports: [DatasetsService],
})
export class DatasetsModule {}
