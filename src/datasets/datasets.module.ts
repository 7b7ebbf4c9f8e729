import { Module } from '@nestjs/common';
import { AnnotationsModule } from '../annotations/annotations.module.js';
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
    AnnotationsModule,
    MeasurementsModule,
  ],
  providers: [DatasetsService],
  exports: [DatasetsService],
})
export class DatasetsModule {}
