import { Module } from '@nestjs/common';
import { CampaignsModule } from '../../campaigns/campaigns.module.js';
import { IndicatorsModule } from '../../indicators/indicators.module.js';
import { MeasurementsModule } from '../../measurements/measurements.module.js';
import { ProgrammeModule } from '../../programme/programme.module.js';
import { TargetsModule } from '../../targets/targets.module.js';
import { BatchesRepository } from './batches.repository.js';
import { BatchesService } from './batches.service.js';
import { CampaignGuessService } from './campaign-guess.service.js';
import { ItemsRepository } from './items.repository.js';
import { RecordingService } from './recording.service.js';
import { TotalsService } from './totals.service.js';
import { VocabularyCreationService } from './vocabulary-creation.service.js';

/** What files say, recorded and taken back. */
@Module({
  imports: [ProgrammeModule, IndicatorsModule, CampaignsModule, TargetsModule, MeasurementsModule],
  providers: [
    BatchesService,
    BatchesRepository,
    ItemsRepository,
    RecordingService,
    TotalsService,
    CampaignGuessService,
    VocabularyCreationService,
  ],
  exports: [BatchesService],
})
export class BatchesModule {}
