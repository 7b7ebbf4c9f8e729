import { Body, Controller, Get, HttpCode, Inject, Param, Post, Query } from '@nestjs/common';
import type { PersonIdentity } from '../../accounts/account.types.js';
import { SignedIn } from '../../accounts/access/signed-in.decorator.js';
import { Access } from '../../platform/http/access.js';
import { SiteOrigin } from '../../platform/http/site-origin.decorator.js';
import { ZodPipe } from '../../platform/http/zod.pipe.js';
import { Page } from '../../platform/views/page.decorator.js';
import type { PageAnswer } from '../../platform/views/page.types.js';
import type { CouponPrintView } from './coupon-print.presenter.js';
import { CouponsPageService } from './coupons-page.service.js';
import { couponId, couponsQuery, type CouponsQuery } from './coupons.schema.js';
import type { CouponsView } from './coupons.types.js';

@Controller('saisie/coupons')
@Access('collection:manage')
export class CouponsPagesController {
  constructor(@Inject(CouponsPageService) private readonly coupons: CouponsPageService) {}

  @Get()
  @Page('entry/coupons')
  list(@Query(new ZodPipe(couponsQuery)) query: CouponsQuery): Promise<PageAnswer<CouponsView>> {
    return this.coupons.page(query);
  }

  @Post()
  @HttpCode(200)
  @Page('entry/coupons')
  create(
    @SignedIn() reader: PersonIdentity,
    @Body() body: unknown,
    @SiteOrigin() origin: string,
  ): Promise<PageAnswer<CouponsView>> {
    return this.coupons.create(body, reader, origin);
  }

  /** A form to fill by hand, without the link. */
  @Get(':id/imprimer')
  @Page('entry/coupon-print')
  print(@Param('id', new ZodPipe(couponId)) id: number): Promise<PageAnswer<CouponPrintView>> {
    return this.coupons.print(id);
  }

  @Post(':id/revoquer')
  @HttpCode(200)
  @Page('entry/coupons')
  revoke(
    @Param('id', new ZodPipe(couponId)) id: number,
    @Body() body: unknown,
  ): Promise<PageAnswer<CouponsView>> {
    return this.coupons.revoke(id, body);
  }
}
