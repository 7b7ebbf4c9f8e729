import { Module } from '@nestjs/common';
import { AccountsModule } from '../../accounts/accounts.module.js';
import { CampaignsModule } from '../../campaigns/campaigns.module.js';
import { IndicatorsModule } from '../../indicators/indicators.module.js';
import { MeasurementsModule } from '../../measurements/measurements.module.js';
import { ChecksRepository } from './checks.repository.js';
import { ChecksService } from './checks.service.js';

/** What surprises in figures that were entered. */
@Module({
  imports: [AccountsModule, IndicatorsModule, CampaignsModule, MeasurementsModule],
  providers: [ChecksService, ChecksRepository],
  exports: [ChecksService],
})
export class ChecksModule {}
