import { Module } from '@nestjs/common';
import { PlanModule } from './plan/plan.module.js';
import { EntrySettingsModule } from './settings/settings.module.js';

/** Entering figures, and what becomes of them until they count. */
@Module({ imports: [PlanModule, EntrySettingsModule] })
export class EntryModule {}
