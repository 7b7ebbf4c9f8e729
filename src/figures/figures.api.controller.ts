import { Controller, Get, Inject, Query, Req } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { tokenLimitsOf } from '../accounts/access/caller.rules.js';
import { Access } from '../platform/http/access.js';
import { ZodPipe } from '../platform/http/zod.pipe.js';
import type { FigureAnswer } from './figure-answer.rules.js';
import { FiguresService } from './figures.service.js';
import { figuresQuery, type FiguresQuery } from './figures.schema.js';

@Controller('api/v1/figures')
export class FiguresApiController {
  constructor(@Inject(FiguresService) private readonly figures: FiguresService) {}

  /** One object per indicator of the exercice, or those of one campaign. */
  @Get()
  @Access('public')
  async list(
    @Query(new ZodPipe(figuresQuery)) query: FiguresQuery,
    @Req() request: FastifyRequest,
  ): Promise<{ items: FigureAnswer[] }> {
    return { items: await this.figures.answers(query, tokenLimitsOf(request.caller)) };
  }
}
