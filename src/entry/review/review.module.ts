import { Module } from '@nestjs/common';
import { AccountsModule } from '../../accounts/accounts.module.js';
import { MeasurementsModule } from '../../measurements/measurements.module.js';
import { ProgrammeModule } from '../../programme/programme.module.js';
import { ChecksModule } from '../checks/checks.module.js';
import { EvidenceModule } from '../evidence/evidence.module.js';
import { PlanModule } from '../plan/plan.module.js';
import { EntrySettingsModule } from '../settings/settings.module.js';
import { DecisionsService } from './decisions.service.js';
import { DecisionsApiController } from './decisions.api.controller.js';
import { ReviewPageService } from './review-page.service.js';
import { ReviewPagesController } from './review.pages.controller.js';

/** What waits to be validated. */
@Module({
  imports: [
    AccountsModule,
    ProgrammeModule,
    MeasurementsModule,
    PlanModule,
    ChecksModule,
    EvidenceModule,
    EntrySettingsModule,
  ],
  controllers: [ReviewPagesController, DecisionsApiController],
  providers: [ReviewPageService, DecisionsService],
})
export class ReviewModule {}
