import { Controller, Get, Inject, Param, Query, Req } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { tokenLimitsOf } from '../accounts/access/caller.rules.js';
import { Access } from '../platform/http/access.js';
import { ZodPipe } from '../platform/http/zod.pipe.js';
import type { SeriesAnswer } from './series-answer.rules.js';
import { indicatorParam, seriesQuery, type SeriesQuery } from './series.schema.js';
import { SeriesService } from './series.service.js';

@Controller('api/v1/indicators')
export class SeriesApiController {
  constructor(@Inject(SeriesService) private readonly series: SeriesService) {}

  /** An indicator through time, by day, month or exercice, whole or by slices. */
  @Get(':code/series')
  @Access('public')
  read(
    @Param('code', new ZodPipe(indicatorParam)) code: string,
    @Query(new ZodPipe(seriesQuery)) query: SeriesQuery,
    @Req() request: FastifyRequest,
  ): Promise<SeriesAnswer> {
    return this.series.answer(code, query, tokenLimitsOf(request.caller));
  }
}
