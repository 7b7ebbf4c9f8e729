import { Module } from '@nestjs/common';
import { CampaignsModule } from '../campaigns/campaigns.module.js';
import { IndicatorsModule } from '../indicators/indicators.module.js';
import { MeasurementsModule } from '../measurements/measurements.module.js';
import { ProgrammeModule } from '../programme/programme.module.js';
import { TargetsModule } from '../targets/targets.module.js';
import { FiguresApiController } from './figures.api.controller.js';
import { FiguresRepository } from './figures.repository.js';
import { FiguresService } from './figures.service.js';

@Module({
  imports: [ProgrammeModule, IndicatorsModule, CampaignsModule, TargetsModule, MeasurementsModule],
  controllers: [FiguresApiController],
  providers: [FiguresService, FiguresRepository],
  exports: [FiguresService],
})
export class FiguresModule {}
