import { Module } from '@nestjs/common';
import { AccountsModule } from '../../accounts/accounts.module.js';
import { CampaignsModule } from '../../campaigns/campaigns.module.js';
import { PlanModule } from '../../entry/plan/plan.module.js';
import { IndicatorsModule } from '../../indicators/indicators.module.js';
import { ProgrammeModule } from '../../programme/programme.module.js';
import { CollectionPageService } from './collection-page.service.js';
import { CollectionPagesController } from './collection.pages.controller.js';

@Module({
  imports: [AccountsModule, ProgrammeModule, IndicatorsModule, CampaignsModule, PlanModule],
  controllers: [CollectionPagesController],
  providers: [CollectionPageService],
})
export class CollectionAdministrationModule {}
