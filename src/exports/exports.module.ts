import { Module } from '@nestjs/common';
import { IndicatorsModule } from '../indicators/indicators.module.js';
import { MeasurementsModule } from '../measurements/measurements.module.js';
import { ProgrammeModule } from '../programme/programme.module.js';
import { TargetsModule } from '../targets/targets.module.js';
import { ExportFilesService } from './export-files.service.js';
import { StandardExportService } from './standard-export.service.js';

/** Figures that leave: files that spreadsheets open right and that the import reads again. */
@Module({
  imports: [ProgrammeModule, IndicatorsModule, TargetsModule, MeasurementsModule],
  providers: [StandardExportService, ExportFilesService],
})
export class ExportsModule {}
