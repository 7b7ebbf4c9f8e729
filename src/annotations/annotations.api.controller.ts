import { Controller, Get, Inject, Query, Req } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { dataCallerOf } from '../accounts/access/caller.rules.js';
import { Access } from '../platform/http/access.js';
import { ZodPipe } from '../platform/http/zod.pipe.js';
import { AnnotationAnswersService } from './annotation-answers.service.js';
import type { AnnotationAnswer } from './annotations.presenter.js';
import { annotationsQuery, type AnnotationsQuery } from './annotations.schema.js';

@Controller('api/v1/annotations')
export class AnnotationsApiController {
  constructor(@Inject(AnnotationAnswersService) private readonly answers: AnnotationAnswersService) {}

  /** The dated events of an exercice, or all of them. */
  @Get()
  @Access('public')
  async list(
    @Query(new ZodPipe(annotationsQuery)) query: AnnotationsQuery,
    @Req() request: FastifyRequest,
  ): Promise<{ items: AnnotationAnswer[] }> {
    return { items: await this.answers.list(query, dataCallerOf(request.caller)) };
  }
}
