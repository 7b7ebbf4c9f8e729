import { Module } from '@nestjs/common';
import { CouponsModule } from './coupons/coupons.module.js';
import { PlanModule } from './plan/plan.module.js';
import { EntrySettingsModule } from './settings/settings.module.js';

/** Entering figures, and what becomes of them until they count. */
@Module({ imports: [PlanModule, EntrySettingsModule, CouponsModule] })
export class EntryModule {}
