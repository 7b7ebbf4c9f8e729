import { Module } from '@nestjs/common';
import { ProgrammeModule } from '../../programme/programme.module.js';
import { PlanModule } from '../plan/plan.module.js';
import { TemplatePagesController } from './template.pages.controller.js';
import { TemplateService } from './template.service.js';

/** Workbooks that partners fill in. */
@Module({
  imports: [PlanModule, ProgrammeModule],
  controllers: [TemplatePagesController],
  providers: [TemplateService],
})
export class TemplateModule {}
