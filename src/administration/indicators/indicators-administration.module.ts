import { Module } from '@nestjs/common';
import { AccountsModule } from '../../accounts/accounts.module.js';
import { IndicatorsModule } from '../../indicators/indicators.module.js';
import { IndicatorChangesService } from './indicator-changes.service.js';
import { IndicatorsPageService } from './indicators-page.service.js';
import { IndicatorsAdministrationPagesController } from './indicators.pages.controller.js';

@Module({
  imports: [AccountsModule, IndicatorsModule],
  controllers: [IndicatorsAdministrationPagesController],
  providers: [IndicatorsPageService, IndicatorChangesService],
})
export class IndicatorsAdministrationModule {}
