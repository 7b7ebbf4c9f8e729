import { Module } from '@nestjs/common';
import { AnnotationsModule } from '../annotations/annotations.module.js';
import { CampaignsModule } from '../campaigns/campaigns.module.js';
import { CommitteeModule } from '../committee/committee.module.js';
import { ReadinessModule } from '../entry/followup/readiness.module.js';
import { FiguresModule } from '../figures/figures.module.js';
import { IndicatorsModule } from '../indicators/indicators.module.js';
import { MeasurementsModule } from '../measurements/measurements.module.js';
import { DocumentRenderer } from '../platform/documents/document-renderer.js';
import { ProgrammeModule } from '../programme/programme.module.js';
import { TargetsModule } from '../targets/targets.module.js';
import { BilanDataService } from './bilan-data.service.js';
import { BilanDraftsService } from './bilan-drafts.service.js';
import { BilanPagesService } from './bilan-pages.service.js';
import { BilanPagesController } from './bilan.pages.controller.js';
import { BilanService } from './bilan.service.js';

/** Bilans that may wait behind the one being made. */
const MOST_WAITING = 3;

@Module({
  imports: [
    ProgrammeModule,
    IndicatorsModule,
    CampaignsModule,
    CommitteeModule,
    TargetsModule,
    AnnotationsModule,
    MeasurementsModule,
    FiguresModule,
    ReadinessModule,
  ],
  controllers: [BilanPagesController],
  providers: [
    BilanService,
    BilanDraftsService,
    BilanDataService,
    BilanPagesService,
    { provide: DocumentRenderer, useFactory: () => new DocumentRenderer({ maxWaiting: MOST_WAITING }) },
  ],
  exports: [BilanDraftsService],
})
export class BilanModule {}
