import { Module } from '@nestjs/common';
import { AccountsModule } from '../../accounts/accounts.module.js';
import { CampaignsModule } from '../../campaigns/campaigns.module.js';
import { CommitteeModule } from '../../committee/committee.module.js';
import { IndicatorsModule } from '../../indicators/indicators.module.js';
import { ProgrammeModule } from '../../programme/programme.module.js';
import { TargetsModule } from '../../targets/targets.module.js';
import { TargetsPageService } from './targets-page.service.js';
import { TargetsPagesController } from './targets.pages.controller.js';

@Module({
  imports: [
    AccountsModule,
    ProgrammeModule,
    IndicatorsModule,
    CampaignsModule,
    CommitteeModule,
    TargetsModule,
  ],
  controllers: [TargetsPagesController],
  providers: [TargetsPageService],
})
export class TargetsAdministrationModule {}
