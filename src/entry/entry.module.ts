import { Module } from '@nestjs/common';
import { ChecksModule } from './checks/checks.module.js';
import { CouponsModule } from './coupons/coupons.module.js';
import { PlanModule } from './plan/plan.module.js';
import { EntrySettingsModule } from './settings/settings.module.js';

/** Entering figures, and what becomes of them until they count. */
@Module({ imports: [PlanModule, EntrySettingsModule, ChecksModule, CouponsModule] })
export class EntryModule {}
