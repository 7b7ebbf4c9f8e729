import { Module } from '@nestjs/common';
import { CampaignsModule } from '../campaigns/campaigns.module.js';
import { IndicatorsModule } from '../indicators/indicators.module.js';
import { MeasurementsModule } from '../measurements/measurements.module.js';
import { ProgrammeModule } from '../programme/programme.module.js';
import { TargetsModule } from '../targets/targets.module.js';
import { ComparisonService } from './comparison.service.js';
import { FiguresApiController } from './figures.api.controller.js';
import { FiguresCsvController } from './figures-csv.controller.js';
import { FiguresRepository } from './figures.repository.js';
import { FiguresService } from './figures.service.js';
import { ProvenanceApiController } from './provenance.api.controller.js';
import { ProvenanceService } from './provenance.service.js';
import { SeriesApiController } from './series.api.controller.js';
import { SeriesService } from './series.service.js';

@Module({
  imports: [ProgrammeModule, IndicatorsModule, CampaignsModule, TargetsModule, MeasurementsModule],
  controllers: [FiguresApiController, FiguresCsvController, SeriesApiController, ProvenanceApiController],
  providers: [FiguresService, ComparisonService, FiguresRepository, SeriesService, ProvenanceService],
  exports: [FiguresService, SeriesService, ProvenanceService],
})
export class FiguresModule {}
