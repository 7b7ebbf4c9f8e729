import { Module } from '@nestjs/common';
import { CampaignsModule } from '../../campaigns/campaigns.module.js';
import { IndicatorsModule } from '../../indicators/indicators.module.js';
import { MeasurementsModule } from '../../measurements/measurements.module.js';
import { ProgrammeModule } from '../../programme/programme.module.js';
import { CollectionLinesRepository } from './collection-lines.repository.js';
import { ExpectedFiguresService } from './expected-figures.service.js';

@Module({
  imports: [MeasurementsModule, IndicatorsModule, CampaignsModule, ProgrammeModule],
  providers: [CollectionLinesRepository, ExpectedFiguresService],
  exports: [ExpectedFiguresService],
})
export class PlanModule {}
