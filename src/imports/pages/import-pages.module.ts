import { Module } from '@nestjs/common';
import { AccountsModule } from '../../accounts/accounts.module.js';
import { CampaignsModule } from '../../campaigns/campaigns.module.js';
import { IndicatorsModule } from '../../indicators/indicators.module.js';
import { ProgrammeModule } from '../../programme/programme.module.js';
import { BatchesModule } from '../batches/batches.module.js';
import { DraftsModule } from '../drafts/drafts.module.js';
import { ProfilesModule } from '../profiles/profiles.module.js';
import { BatchesPageService } from './batches-page.service.js';
import { BatchesPagesController } from './batches.pages.controller.js';
import { DraftsPageService } from './drafts-page.service.js';
import { DraftsPagesController } from './drafts.pages.controller.js';
import { ImportNamesService } from './import-names.service.js';
import { StandingRepository } from './standing.repository.js';
import { UndoTrialsService } from './undo-trials.service.js';

/** Importing files from pages: dropping, checking, importing, taking back. */
@Module({
  imports: [
    AccountsModule,
    ProgrammeModule,
    IndicatorsModule,
    CampaignsModule,
    BatchesModule,
    ProfilesModule,
    DraftsModule,
  ],
  controllers: [DraftsPagesController, BatchesPagesController],
  providers: [
    BatchesPageService,
    DraftsPageService,
    ImportNamesService,
    StandingRepository,
    UndoTrialsService,
  ],
})
export class ImportPagesModule {}
