import { Module } from '@nestjs/common';
import { CampaignsModule } from '../campaigns/campaigns.module.js';
import { IndicatorsModule } from '../indicators/indicators.module.js';
import { ProgrammeModule } from '../programme/programme.module.js';
import { AnnotationAnswersService } from './annotation-answers.service.js';
import { AnnotationsApiController } from './annotations.api.controller.js';
import { AnnotationsRepository } from './annotations.repository.js';
import { AnnotationsService } from './annotations.service.js';

@Module({
  imports: [ProgrammeModule, IndicatorsModule, CampaignsModule],
  controllers: [AnnotationsApiController],
  providers: [AnnotationsRepository, AnnotationsService, AnnotationAnswersService],
  exports: [AnnotationsService],
})
export class AnnotationsModule {}
