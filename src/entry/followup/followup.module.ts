import { Module } from '@nestjs/common';
import { AccountsModule } from '../../accounts/accounts.module.js';
import { ProgrammeModule } from '../../programme/programme.module.js';
import { PlanModule } from '../plan/plan.module.js';
import { RemindersModule } from '../reminders/reminders.module.js';
import { FollowUpPageService } from './followup-page.service.js';
import { FollowUpPagesController } from './followup.pages.controller.js';
import { ReadinessModule } from './readiness.module.js';

/** Who owes what by when, and how ready figures are. */
@Module({
  imports: [AccountsModule, ProgrammeModule, PlanModule, ReadinessModule, RemindersModule],
  controllers: [FollowUpPagesController],
  providers: [FollowUpPageService],
})
export class FollowUpModule {}
