import { Module } from '@nestjs/common';
import { ProgrammeModule } from '../../programme/programme.module.js';
import { ProgrammePageService } from './programme-page.service.js';
import { ProgrammePagesController } from './programme.pages.controller.js';
import { ProgrammeSettingsService } from './programme-settings.service.js';

@Module({
  imports: [ProgrammeModule],
  controllers: [ProgrammePagesController],
  providers: [ProgrammePageService, ProgrammeSettingsService],
})
export class ProgrammeAdministrationModule {}
