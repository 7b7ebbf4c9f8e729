import { Module } from '@nestjs/common';
import { AccountsModule } from '../../accounts/accounts.module.js';
import { IndicatorsModule } from '../../indicators/indicators.module.js';
import { MeasurementsModule } from '../../measurements/measurements.module.js';
import { CellsModule } from '../cells/cells.module.js';
import { ChecksModule } from '../checks/checks.module.js';
import { EvidenceModule } from '../evidence/evidence.module.js';
import { PlanModule } from '../plan/plan.module.js';
import { PanelMaterialService } from './panel-material.service.js';
import { PanelPageService } from './panel-page.service.js';
import { PanelPagesController } from './panel.pages.controller.js';

/** The sheet of one figure. */
@Module({
  imports: [
    AccountsModule,
    IndicatorsModule,
    MeasurementsModule,
    PlanModule,
    CellsModule,
    ChecksModule,
    EvidenceModule,
  ],
  controllers: [PanelPagesController],
  providers: [PanelPageService, PanelMaterialService],
})
export class PanelModule {}
