import { Controller, Get, Inject, Req } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { dataCallerOf } from '../accounts/access/caller.rules.js';
import { Access } from '../platform/http/access.js';
import { Page } from '../platform/views/page.decorator.js';
import type { PageBody } from '../platform/views/page.types.js';
import { DataPageService } from './data-page.service.js';
import type { DataView } from './data-page.types.js';

@Controller('donnees')
export class DataPagesController {
  constructor(@Inject(DataPageService) private readonly pages: DataPageService) {}

  /** The files that anybody may take away, with their licence and source. */
  @Get()
  @Access('public')
  @Page('exports/data')
  page(@Req() request: FastifyRequest): Promise<PageBody<DataView>> {
    return this.pages.page(dataCallerOf(request.caller)?.readsReserved === true);
  }
}
