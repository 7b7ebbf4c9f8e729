import { Module } from '@nestjs/common';
import { AnnotationsModule } from '../../annotations/annotations.module.js';
import { CampaignsModule } from '../../campaigns/campaigns.module.js';
import { IndicatorsModule } from '../../indicators/indicators.module.js';
import { AnnotationPagesService } from './annotation-pages.service.js';
import { AnnotationsPagesController } from './annotations.pages.controller.js';

@Module({
  imports: [AnnotationsModule, IndicatorsModule, CampaignsModule],
  controllers: [AnnotationsPagesController],
  providers: [AnnotationPagesService],
})
export class AnnotationsAdministrationModule {}
