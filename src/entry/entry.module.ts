import { Module } from '@nestjs/common';
import { PlanModule } from './plan/plan.module.js';

/** Entering figures, and what becomes of them until they count. */
@Module({ imports: [PlanModule] })
export class EntryModule {}
