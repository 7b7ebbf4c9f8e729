import { Controller, Get, Inject, Query, Req } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { dataCallerOf, tokenLimitsOf } from '../accounts/access/caller.rules.js';
import { Access } from '../platform/http/access.js';
import { ZodPipe } from '../platform/http/zod.pipe.js';
import type { ProvenanceAnswer } from './provenance-answer.rules.js';
import { provenanceQuery, type ProvenanceQuery } from './provenance.schema.js';
import { ProvenanceService } from './provenance.service.js';

@Controller('api/v1/figures/provenance')
export class ProvenanceApiController {
  constructor(@Inject(ProvenanceService) private readonly provenance: ProvenanceService) {}

  /** The measurements, sources and checks behind one figure. */
  @Get()
  @Access('public')
  read(
    @Query(new ZodPipe(provenanceQuery)) query: ProvenanceQuery,
    @Req() request: FastifyRequest,
  ): Promise<ProvenanceAnswer> {
    return this.provenance.answer(query, dataCallerOf(request.caller), tokenLimitsOf(request.caller));
  }
}
