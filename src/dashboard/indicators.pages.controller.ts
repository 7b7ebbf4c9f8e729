import { Controller, Get, Inject, Param, Query, Req } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { dataCallerOf } from '../accounts/access/caller.rules.js';
import { Access } from '../platform/http/access.js';
import { ZodPipe } from '../platform/http/zod.pipe.js';
import { Page } from '../platform/views/page.decorator.js';
import type { MovedPage, PageBody } from '../platform/views/page.types.js';
import { codeParam, indicatorQuery, type IndicatorQuery } from './dashboard.schema.js';
import { IndicatorPagesService } from './indicator-pages.service.js';
import type { IndicatorView } from './indicator.presenter.js';
import type { IndicatorsListView } from './indicators-list.presenter.js';

@Controller('indicateurs')
export class IndicatorsPagesController {
  constructor(@Inject(IndicatorPagesService) private readonly pages: IndicatorPagesService) {}

  /** What is counted, how, and the latest values. */
  @Get()
  @Access('public')
  @Page('indicators/list')
  list(@Query(new ZodPipe(indicatorQuery)) query: IndicatorQuery): Promise<PageBody<IndicatorsListView>> {
    return this.pages.list(query);
  }

  /** One indicator; its code written otherwise leads to its address. */
  @Get(':code')
  @Access('public')
  @Page('indicators/one')
  one(
    @Param('code', new ZodPipe(codeParam)) code: string,
    @Query(new ZodPipe(indicatorQuery)) query: IndicatorQuery,
    @Req() request: FastifyRequest,
  ): Promise<PageBody<IndicatorView> | MovedPage> {
    return this.pages.one(code, query, dataCallerOf(request.caller));
  }
}
