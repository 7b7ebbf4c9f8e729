import { Inject, Injectable, type OnModuleInit } from '@nestjs/common';
import { DailyJobs } from '../../platform/jobs/daily-jobs.js';
import { CouponsService } from './coupons.service.js';

/** The addresses to which coupons were sent are forgotten, a month after their end. */
@Injectable()
export class CouponUpkeep implements OnModuleInit {
  constructor(
    @Inject(DailyJobs) private readonly jobs: DailyJobs,
    @Inject(CouponsService) private readonly coupons: CouponsService,
  ) {}

  onModuleInit(): void {
    this.jobs.register('coupon-addresses', () => this.coupons.forgetAddresses());
  }
}
