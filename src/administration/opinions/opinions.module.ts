import { Module } from '@nestjs/common';
import { AccountsModule } from '../../accounts/accounts.module.js';
import { CampaignsModule } from '../../campaigns/campaigns.module.js';
import { CommitteeModule } from '../../committee/committee.module.js';
import { FiguresModule } from '../../figures/figures.module.js';
import { IndicatorsModule } from '../../indicators/indicators.module.js';
import { ProgrammeModule } from '../../programme/programme.module.js';
import { TargetsModule } from '../../targets/targets.module.js';
import { OpinionEntryService } from './opinion-entry.service.js';
import { OpinionsPageService } from './opinions-page.service.js';
import { OpinionsPagesController } from './opinions.pages.controller.js';

@Module({
  imports: [
    AccountsModule,
    ProgrammeModule,
    IndicatorsModule,
    CampaignsModule,
    CommitteeModule,
    TargetsModule,
    FiguresModule,
  ],
  controllers: [OpinionsPagesController],
  providers: [OpinionsPageService, OpinionEntryService],
})
export class OpinionsAdministrationModule {}
