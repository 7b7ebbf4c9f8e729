import { Module } from '@nestjs/common';
import { AccountsModule } from '../../accounts/accounts.module.js';
import { ProgrammeModule } from '../../programme/programme.module.js';
import { ReadinessModule } from '../followup/readiness.module.js';
import { PlanModule } from '../plan/plan.module.js';
import { EntrySettingsModule } from '../settings/settings.module.js';
import { RemindersRepository } from './reminders.repository.js';
import { RemindersService } from './reminders.service.js';

/** What people owe, recalled by e-mail. */
@Module({
  imports: [AccountsModule, ProgrammeModule, PlanModule, EntrySettingsModule, ReadinessModule],
  providers: [RemindersService, RemindersRepository],
  exports: [RemindersService],
})
export class RemindersModule {}
