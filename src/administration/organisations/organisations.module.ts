import { Module } from '@nestjs/common';
import { AccountsModule } from '../../accounts/accounts.module.js';
import { ProgrammeModule } from '../../programme/programme.module.js';
import { OrganisationChangesService } from './organisation-changes.service.js';
import { OrganisationsPageService } from './organisations-page.service.js';
import { OrganisationsPagesController } from './organisations.pages.controller.js';

@Module({
  imports: [AccountsModule, ProgrammeModule],
  controllers: [OrganisationsPagesController],
  providers: [OrganisationsPageService, OrganisationChangesService],
})
export class OrganisationsAdministrationModule {}
