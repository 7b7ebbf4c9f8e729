import { Controller, Get, Inject, Param, Query, Req } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { dataCallerOf } from '../accounts/access/caller.rules.js';
import { Access } from '../platform/http/access.js';
import { ZodPipe } from '../platform/http/zod.pipe.js';
import { Page } from '../platform/views/page.decorator.js';
import type { MovedPage, PageBody } from '../platform/views/page.types.js';
import { codeParam, provenanceFilter, type ProvenanceFilter } from './dashboard.schema.js';
import { ProvenancePageService } from './provenance-page.service.js';
import type { ProvenanceView } from './provenance.presenter.js';

@Controller('indicateurs')
export class ProvenancePagesController {
  constructor(@Inject(ProvenancePageService) private readonly pages: ProvenancePageService) {}

  /** The measurements, sources, authors and checks behind one figure. */
  @Get(':code/provenance')
  @Access('public')
  @Page('indicators/provenance')
  one(
    @Param('code', new ZodPipe(codeParam)) code: string,
    @Query(new ZodPipe(provenanceFilter)) filter: ProvenanceFilter,
    @Req() request: FastifyRequest,
  ): Promise<PageBody<ProvenanceView> | MovedPage> {
    return this.pages.one(code, filter, dataCallerOf(request.caller));
  }
}
