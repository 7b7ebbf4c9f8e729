import { Module } from '@nestjs/common';
import { AccountsModule } from '../accounts/accounts.module.js';
import { EnteredMeasurementsService } from './entered-measurements.service.js';
import { FactsRepository } from './facts.repository.js';
import { IdempotencyUpkeep } from './idempotency-upkeep.service.js';
import { IdempotencyRepository } from './idempotency.repository.js';
import { IdempotentAnswers } from './idempotent-answers.service.js';
import { MeasurementLifeRepository } from './measurement-life.repository.js';
import { MeasurementLifeService } from './measurement-life.service.js';
import { MeasurementPagesService } from './measurement-pages.service.js';
import { MeasurementRecordsService } from './measurement-records.service.js';
import { MeasurementStreamsService } from './measurement-streams.service.js';
import { MeasurementsApiController } from './measurements.api.controller.js';
import { MeasurementsIngestService } from './measurements-ingest.service.js';
import { MeasurementsRepository } from './measurements.repository.js';
import { PackedMeasurementsRepository } from './packed-measurements.repository.js';
import { PackedMeasurementsService } from './packed-measurements.service.js';
import { MeasurementsService } from './measurements.service.js';
import { RecordsRepository } from './records.repository.js';
import { ReviewModeRepository } from './review-mode.repository.js';
import { RestorationService } from './restoration.service.js';
import { RollUpDifferencesRepository } from './roll-up-differences.repository.js';
import { RollUpsRepository } from './roll-ups.repository.js';
import { RollUpsVerifier } from './roll-ups-verification.service.js';
import { CampaignSumsRepository } from './campaign-sums.repository.js';
import { RolledFactsRepository } from './rolled-facts.repository.js';
import { TotalsAboveRepository } from './totals-above.repository.js';
import { VocabularyRepository } from './vocabulary.repository.js';
import { WaitingMeasurementsRepository } from './waiting-measurements.repository.js';
import { WaitingMeasurementsService } from './waiting-measurements.service.js';
import { WriterStatusService } from './writer-status.service.js';

@Module({
  imports: [AccountsModule],
  controllers: [MeasurementsApiController],
  providers: [
    MeasurementsService,
    MeasurementsIngestService,
    MeasurementStreamsService,
    IdempotentAnswers,
    MeasurementRecordsService,
    MeasurementPagesService,
    EnteredMeasurementsService,
    MeasurementLifeService,
    MeasurementLifeRepository,
    RestorationService,
    MeasurementsRepository,
    PackedMeasurementsRepository,
    PackedMeasurementsService,
    RecordsRepository,
    FactsRepository,
    CampaignSumsRepository,
    RolledFactsRepository,
    RollUpsRepository,
    RollUpDifferencesRepository,
    RollUpsVerifier,
    IdempotencyRepository,
    IdempotencyUpkeep,
    TotalsAboveRepository,
    VocabularyRepository,
    ReviewModeRepository,
    WaitingMeasurementsService,
    WaitingMeasurementsRepository,
    WriterStatusService,
  ],
  exports: [
    MeasurementsService,
    PackedMeasurementsService,
    MeasurementRecordsService,
    MeasurementPagesService,
    EnteredMeasurementsService,
    MeasurementLifeService,
    WaitingMeasurementsService,
    MeasurementsIngestService,
    RestorationService,
    MeasurementStreamsService,
    RollUpsVerifier,
    WriterStatusService,
  ],
})
export class MeasurementsModule {}
