import { Module } from '@nestjs/common';
import { AccountsModule } from '../../accounts/accounts.module.js';
import { IndicatorsModule } from '../../indicators/indicators.module.js';
import { MeasurementsModule } from '../../measurements/measurements.module.js';
import { PlanModule } from '../plan/plan.module.js';
import { CellEntryService } from './cell-entry.service.js';

@Module({
  imports: [AccountsModule, IndicatorsModule, MeasurementsModule, PlanModule],
  providers: [CellEntryService],
  exports: [CellEntryService],
})
export class CellsModule {}
