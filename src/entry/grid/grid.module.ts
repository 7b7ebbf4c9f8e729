import { Module } from '@nestjs/common';
import { AccountsModule } from '../../accounts/accounts.module.js';
import { CampaignsModule } from '../../campaigns/campaigns.module.js';
import { IndicatorsModule } from '../../indicators/indicators.module.js';
import { MeasurementsModule } from '../../measurements/measurements.module.js';
import { ProgrammeModule } from '../../programme/programme.module.js';
import { TargetsModule } from '../../targets/targets.module.js';
import { CellsModule } from '../cells/cells.module.js';
import { ChecksModule } from '../checks/checks.module.js';
import { PlanModule } from '../plan/plan.module.js';
import { EntrySettingsModule } from '../settings/settings.module.js';
import { CarryOverService } from './carry-over.service.js';
import { DraftsSubmissionService } from './drafts-submission.service.js';
import { GridCellsService } from './grid-cells.service.js';
import { GridMaterialService } from './grid-material.service.js';
import { GridPageService } from './grid-page.service.js';
import { GridSourcesService } from './grid-sources.service.js';
import { GridSubmissionService } from './grid-submission.service.js';
import { GridPagesController } from './grid.pages.controller.js';
import { YearMaterialService } from './year-material.service.js';

@Module({
  imports: [
    AccountsModule,
    MeasurementsModule,
    IndicatorsModule,
    CampaignsModule,
    ProgrammeModule,
    TargetsModule,
    PlanModule,
    CellsModule,
    ChecksModule,
    EntrySettingsModule,
  ],
  controllers: [GridPagesController],
  providers: [
    GridPageService,
    GridSourcesService,
    GridMaterialService,
    YearMaterialService,
    GridCellsService,
    GridSubmissionService,
    CarryOverService,
    DraftsSubmissionService,
  ],
})
export class GridModule {}
