import { Controller, Get, Inject, Param } from '@nestjs/common';
import { Access } from '../platform/http/access.js';
import { ZodPipe } from '../platform/http/zod.pipe.js';
import { Page } from '../platform/views/page.decorator.js';
import type { MovedPage, PageBody } from '../platform/views/page.types.js';
import { codeParam } from './dashboard.schema.js';
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
  list(): Promise<PageBody<IndicatorsListView>> {
    return this.pages.list();
  }

  /** One indicator; its code written otherwise leads to its address. */
  @Get(':code')
  @Access('public')
  @Page('indicators/one')
  one(@Param('code', new ZodPipe(codeParam)) code: string): Promise<PageBody<IndicatorView> | MovedPage> {
    return this.pages.one(code);
  }
}
