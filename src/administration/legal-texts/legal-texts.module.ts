import { Module } from '@nestjs/common';
import { ProgrammeModule } from '../../programme/programme.module.js';
import { LegalTextsPageService } from './legal-texts-page.service.js';
import { LegalTextsPagesController } from './legal-texts.pages.controller.js';

@Module({
  imports: [ProgrammeModule],
  controllers: [LegalTextsPagesController],
  providers: [LegalTextsPageService],
})
export class LegalTextsAdministrationModule {}
