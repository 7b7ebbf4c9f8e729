import { Module } from '@nestjs/common';
import { AccountsModule } from '../../accounts/accounts.module.js';
import { CampaignsModule } from '../../campaigns/campaigns.module.js';
import { IndicatorsModule } from '../../indicators/indicators.module.js';
import { MeasurementsModule } from '../../measurements/measurements.module.js';
import { ProgrammeModule } from '../../programme/programme.module.js';
import { EntrySettingsModule } from '../settings/settings.module.js';
import { CollectionLinesRepository } from './collection-lines.repository.js';
import { CollectionLinesService } from './collection-lines.service.js';
import { ExpectedFiguresService } from './expected-figures.service.js';
import { SliceNamesService } from './slice-names.service.js';

@Module({
  imports: [
    EntrySettingsModule,
    AccountsModule,
    MeasurementsModule,
    IndicatorsModule,
    CampaignsModule,
    ProgrammeModule,
  ],
  providers: [CollectionLinesRepository, CollectionLinesService, ExpectedFiguresService, SliceNamesService],
  exports: [CollectionLinesService, ExpectedFiguresService, SliceNamesService],
})
export class PlanModule {}
