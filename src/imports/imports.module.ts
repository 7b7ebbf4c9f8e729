import { Module } from '@nestjs/common';
import { IndicatorsModule } from '../indicators/indicators.module.js';
import { MeasurementsModule } from '../measurements/measurements.module.js';
import { ProgrammeModule } from '../programme/programme.module.js';
import { TargetsModule } from '../targets/targets.module.js';
import { IngestApiController } from './ingest.api.controller.js';
import { BatchesModule } from './batches/batches.module.js';
import { StandardFilesService } from './standard/standard-files.service.js';
import { ReadingService } from './reading.service.js';
import { ImportsApiController } from './imports.api.controller.js';
import { ImportsApiService } from './imports-api.service.js';
import { ImportsService } from './imports.service.js';
import { ProfilesModule } from './profiles/profiles.module.js';
import { MatomoService } from './matomo/matomo.service.js';
import { BodySpool } from './stream/body-spool.js';
import { WatchService } from './watch/watch.service.js';
import { StreamedIngestService } from './stream/streamed-ingest.service.js';
import { FileReader } from './reading/thread/file-reader.js';

@Module({
  imports: [
    BatchesModule,
    ProfilesModule,
    ProgrammeModule,
    IndicatorsModule,
    TargetsModule,
    MeasurementsModule,
  ],
  controllers: [IngestApiController, ImportsApiController],
  providers: [
    ImportsService,
    ImportsApiService,
    WatchService,
    ReadingService,
    StandardFilesService,
    StreamedIngestService,
    BodySpool,
    { provide: FileReader, useFactory: () => new FileReader() },
    MatomoService,
  ],
  exports: [ImportsService, ReadingService],
})
export class ImportsModule {}
