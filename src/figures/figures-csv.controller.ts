import { Controller, Get, Inject, Query, Req, type StreamableFile } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { tokenLimitsOf } from '../accounts/access/caller.rules.js';
import { Access } from '../platform/http/access.js';
import { csvAttachment } from '../platform/http/csv-attachment.js';
import { ZodPipe } from '../platform/http/zod.pipe.js';
import { figuresCsv } from './figures-csv.rules.js';
import { FiguresService } from './figures.service.js';
import { figuresQuery, type FiguresQuery } from './figures.schema.js';

@Controller('api/v1/figures.csv')
export class FiguresCsvController {
  constructor(@Inject(FiguresService) private readonly figures: FiguresService) {}

  /** The figures of `/api/v1/figures`, one a line. */
  @Get()
  @Access('public')
  async list(
    @Query(new ZodPipe(figuresQuery)) query: FiguresQuery,
    @Req() request: FastifyRequest,
  ): Promise<StreamableFile> {
    return csvAttachment({
      name: `chiffres-${query.year}.csv`,
      content: figuresCsv(await this.figures.answers(query, tokenLimitsOf(request.caller))),
    });
  }
}
