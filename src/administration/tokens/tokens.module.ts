import { Module } from '@nestjs/common';
import { AccountsModule } from '../../accounts/accounts.module.js';
import { CampaignsModule } from '../../campaigns/campaigns.module.js';
import { IndicatorsModule } from '../../indicators/indicators.module.js';
import { ProgrammeModule } from '../../programme/programme.module.js';
import { TokenCreationService } from './token-creation.service.js';
import { TokensPagesController } from './tokens.pages.controller.js';
import { TokensPagesService } from './tokens-pages.service.js';

@Module({
  imports: [AccountsModule, ProgrammeModule, IndicatorsModule, CampaignsModule],
  controllers: [TokensPagesController],
  providers: [TokensPagesService, TokenCreationService],
})
export class TokensAdministrationModule {}
