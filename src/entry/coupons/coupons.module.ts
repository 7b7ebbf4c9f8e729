import { Module } from '@nestjs/common';
import { AccountsModule } from '../../accounts/accounts.module.js';
import { ProgrammeModule } from '../../programme/programme.module.js';
import { CellsModule } from '../cells/cells.module.js';
import { ChecksModule } from '../checks/checks.module.js';
import { EntrySettingsModule } from '../settings/settings.module.js';
import { PlanModule } from '../plan/plan.module.js';
import { CouponAnswersService } from './coupon-answers.service.js';
import { CouponDoubtsService } from './coupon-doubts.service.js';
import { CouponOpeningPagesController } from './coupon-opening.pages.controller.js';
import { CouponPageService } from './coupon-page.service.js';
import { CouponUpkeep } from './coupon-upkeep.service.js';
import { CouponsPageService } from './coupons-page.service.js';
import { CouponsPagesController } from './coupons.pages.controller.js';
import { CouponsRepository } from './coupons.repository.js';
import { CouponsService } from './coupons.service.js';

/** Links of partners who give their figures without an account. */
@Module({
  imports: [AccountsModule, ProgrammeModule, PlanModule, EntrySettingsModule, CellsModule, ChecksModule],
  controllers: [CouponsPagesController, CouponOpeningPagesController],
  providers: [
    CouponsService,
    CouponsRepository,
    CouponsPageService,
    CouponAnswersService,
    CouponDoubtsService,
    CouponPageService,
    CouponUpkeep,
  ],
  exports: [CouponsService],
})
export class CouponsModule {}
