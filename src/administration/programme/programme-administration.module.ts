import { Module } from '@nestjs/common';
import { AccountsModule } from '../../accounts/accounts.module.js';
import { ProgrammeModule } from '../../programme/programme.module.js';
import { ProgrammePageService } from './programme-page.service.js';
import { ProgrammePagesController } from './programme.pages.controller.js';
import { ProgrammeSettingsService } from './programme-settings.service.js';

@Module({
  imports: [AccountsModule, ProgrammeModule],
  controllers: [ProgrammePagesController],
  providers: [ProgrammePageService, ProgrammeSettingsService],
})
export class ProgrammeAdministrationModule {}
