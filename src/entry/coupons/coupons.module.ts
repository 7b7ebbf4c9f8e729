import { Module } from '@nestjs/common';
import { AccountsModule } from '../../accounts/accounts.module.js';
import { ProgrammeModule } from '../../programme/programme.module.js';
import { CouponUpkeep } from './coupon-upkeep.service.js';
import { CouponsPageService } from './coupons-page.service.js';
import { CouponsPagesController } from './coupons.pages.controller.js';
import { CouponsRepository } from './coupons.repository.js';
import { CouponsService } from './coupons.service.js';

/** Links of partners who give their figures without an account. */
@Module({
  imports: [AccountsModule, ProgrammeModule],
  controllers: [CouponsPagesController],
  providers: [CouponsService, CouponsRepository, CouponsPageService, CouponUpkeep],
  exports: [CouponsService],
})
export class CouponsModule {}
