import { Module } from '@nestjs/common';
import { CellsModule } from './cells/cells.module.js';
import { ChecksModule } from './checks/checks.module.js';
import { CouponsModule } from './coupons/coupons.module.js';
import { EvidenceModule } from './evidence/evidence.module.js';
import { GridModule } from './grid/grid.module.js';
import { PanelModule } from './panel/panel.module.js';
import { FollowUpModule } from './followup/followup.module.js';
import { RemindersModule } from './reminders/reminders.module.js';
import { OwnFiguresModule } from './own-figures/own-figures.module.js';
import { PlanModule } from './plan/plan.module.js';
import { ReviewModule } from './review/review.module.js';
import { TemplateModule } from './template/template.module.js';
import { EntrySettingsModule } from './settings/settings.module.js';

/** What each room of it brings. */
const ROOMS = [
  PlanModule,
  EntrySettingsModule,
  CellsModule,
  GridModule,
  ChecksModule,
  EvidenceModule,
  PanelModule,
  CouponsModule,
  RemindersModule,
  FollowUpModule,
  OwnFiguresModule,
  ReviewModule,
  TemplateModule,
  // Each on its line: rooms are added one by one.
];

/** Entering figures, and what becomes of them until they count. */
@Module({ imports: ROOMS })
export class EntryModule {}
