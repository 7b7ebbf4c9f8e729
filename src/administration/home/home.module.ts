import { Module } from '@nestjs/common';
import { AccountsModule } from '../../accounts/accounts.module.js';
import { IndicatorsModule } from '../../indicators/indicators.module.js';
import { AnnotationsModule } from '../../annotations/annotations.module.js';
import { ProgrammeModule } from '../../programme/programme.module.js';
import { AdministrationHomeService } from './administration-home.service.js';
import { AdministrationHomePagesController } from './home.pages.controller.js';

@Module({
  imports: [AccountsModule, AnnotationsModule, ProgrammeModule, IndicatorsModule],
  controllers: [AdministrationHomePagesController],
  providers: [AdministrationHomeService],
})
export class AdministrationHomeModule {}
