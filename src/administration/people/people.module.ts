import { Module } from '@nestjs/common';
import { AccountsModule } from '../../accounts/accounts.module.js';
import { ProgrammeModule } from '../../programme/programme.module.js';
import { OrganisationChoicesService } from './organisation-choices.service.js';
import { PeoplePagesController } from './people.pages.controller.js';
import { PeoplePagesService } from './people-pages.service.js';
import { PersonLettersService } from './person-letters.service.js';
import { PersonPagesService } from './person-pages.service.js';

@Module({
  imports: [AccountsModule, ProgrammeModule],
  controllers: [PeoplePagesController],
  providers: [PeoplePagesService, PersonPagesService, PersonLettersService, OrganisationChoicesService],
})
export class PeopleAdministrationModule {}
