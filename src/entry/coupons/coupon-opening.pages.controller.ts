import {
  Body,
  Controller,
  Get,
  Header,
  Headers,
  HttpCode,
  Inject,
  Param,
  Post,
  Query,
  Req,
} from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { Access } from '../../platform/http/access.js';
import { ZodPipe } from '../../platform/http/zod.pipe.js';
import { Page } from '../../platform/views/page.decorator.js';
import type { PageAnswer } from '../../platform/views/page.types.js';
import { CouponPageService } from './coupon-page.service.js';
import { couponQuery, type CouponQuery } from './coupon-sheet.schema.js';
import type { ClosedCouponView, CouponPageView } from './coupon-sheet.types.js';

/**
 * The secret stands in the address, so that the link may be opened again until its end: no cache keeps the page, no index
 * lists it, and the address is told to no other page. (With `no-referrer`, older Safari sends forms with `Origin: null`,
 * which are refused: `strict-origin` tells our own pages where a form comes from, never its path.)
 */
@Controller('coupon')
@Access('open')
export class CouponOpeningPagesController {
  constructor(@Inject(CouponPageService) private readonly coupons: CouponPageService) {}

  @Get(':secret')
  @Header('cache-control', 'no-store')
  @Header('referrer-policy', 'strict-origin')
  @Header('x-robots-tag', 'noindex, nofollow, noarchive')
  @Page('entry/coupon')
  open(
    @Param('secret') secret: string,
    @Query(new ZodPipe(couponQuery)) query: CouponQuery,
    @Headers('sec-fetch-dest') destination: string | undefined,
    @Headers('sec-purpose') purpose: string | undefined,
    @Req() { method }: FastifyRequest,
  ): Promise<PageAnswer<CouponPageView | ClosedCouponView>> {
    return this.coupons.open(secret, query, { method, destination, purpose });
  }

  @Post(':secret')
  @HttpCode(200)
  @Header('cache-control', 'no-store')
  @Header('referrer-policy', 'strict-origin')
  @Header('x-robots-tag', 'noindex, nofollow, noarchive')
  @Page('entry/coupon')
  send(
    @Param('secret') secret: string,
    @Body() body: unknown,
  ): Promise<PageAnswer<CouponPageView | ClosedCouponView>> {
    return this.coupons.send(secret, body);
  }
}
