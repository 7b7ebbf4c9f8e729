import { Module } from '@nestjs/common';
import { FiguresModule } from '../figures/figures.module.js';
import { IndicatorsModule } from '../indicators/indicators.module.js';
import { MeasurementsModule } from '../measurements/measurements.module.js';
import { ProgrammeModule } from '../programme/programme.module.js';
import { TargetsModule } from '../targets/targets.module.js';
import { DataPagesController } from './data.pages.controller.js';
import { DataPageService } from './data-page.service.js';
import { DownloadsService } from './downloads.service.js';
import { ExportFilesService } from './export-files.service.js';
import { ExportsApiController } from './exports.api.controller.js';
import { StandardExportService } from './standard-export.service.js';
import { WorkbookExportService } from './workbook-export.service.js';

/** Figures that leave: files that spreadsheets open right and that the import reads again. */
@Module({
  imports: [ProgrammeModule, IndicatorsModule, TargetsModule, MeasurementsModule, FiguresModule],
  controllers: [ExportsApiController, DataPagesController],
  providers: [
    StandardExportService,
    WorkbookExportService,
    ExportFilesService,
    DownloadsService,
    DataPageService,
  ],
})
export class ExportsModule {}
