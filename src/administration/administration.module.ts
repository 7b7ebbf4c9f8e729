import { Module } from '@nestjs/common';
import { AnnotationsAdministrationModule } from './annotations/annotations-administration.module.js';
import { CollectionAdministrationModule } from './collection/collection-administration.module.js';
import { EntryAdministrationModule } from './entry/entry-administration.module.js';
import { AdministrationHomeModule } from './home/home.module.js';
import { IndicatorsAdministrationModule } from './indicators/indicators-administration.module.js';
import { JournalModule } from './journal/journal.module.js';
import { PeopleAdministrationModule } from './people/people.module.js';
import { TerritoriesAdministrationModule } from './territories/territories-administration.module.js';
import { TokensAdministrationModule } from './tokens/tokens.module.js';
import { ProfilesAdministrationModule } from './profiles/profiles-administration.module.js';
import { SetupModule } from './setup/setup.module.js';
import { SharesAdministrationModule } from './shares/shares.module.js';
import { LegalTextsAdministrationModule } from './legal-texts/legal-texts.module.js';
import { OpinionsAdministrationModule } from './opinions/opinions.module.js';
import { OrganisationsAdministrationModule } from './organisations/organisations.module.js';
import { TargetsAdministrationModule } from './targets/targets.module.js';
import { ProgrammeAdministrationModule } from './programme/programme-administration.module.js';

/** What administrators see to: each room of it is a module of its own. */
@Module({
  imports: [
    AdministrationHomeModule,
    PeopleAdministrationModule,
    AnnotationsAdministrationModule,
    TokensAdministrationModule,
    OrganisationsAdministrationModule,
    IndicatorsAdministrationModule,
    TerritoriesAdministrationModule,
    CollectionAdministrationModule,
    EntryAdministrationModule,
    ProfilesAdministrationModule,
    TargetsAdministrationModule,
    OpinionsAdministrationModule,
    LegalTextsAdministrationModule,
    ProgrammeAdministrationModule,
    SetupModule,
    SharesAdministrationModule,
    JournalModule,
  ],
})
export class AdministrationModule {}
