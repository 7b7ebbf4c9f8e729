import { Module } from '@nestjs/common';
import { AccountsModule } from '../../accounts/accounts.module.js';
import { ProgrammeModule } from '../../programme/programme.module.js';
import { AdministrationHomeService } from './administration-home.service.js';
import { AdministrationHomePagesController } from './home.pages.controller.js';

@Module({
  imports: [AccountsModule, ProgrammeModule],
  controllers: [AdministrationHomePagesController],
  providers: [AdministrationHomeService],
})
export class AdministrationHomeModule {}
