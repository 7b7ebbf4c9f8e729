import { Body, Controller, HttpCode, Inject, Param, Post, Req } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { writerOf } from '../../accounts/access/caller.rules.js';
import type { MeasurementAnswer } from '../../measurements/measurement-answer.types.js';
import { Access } from '../../platform/http/access.js';
import { ZodPipe } from '../../platform/http/zod.pipe.js';
import { decisionBody, figureId, returnBody, type DecisionBody } from './decisions.schema.js';
import { DecisionsService } from './decisions.service.js';

const ID = new ZodPipe(figureId);

@Controller('api/v1/measurements/:id')
@Access('measurements:write')
export class DecisionsApiController {
  constructor(@Inject(DecisionsService) private readonly decisions: DecisionsService) {}

  /** Sends a draft for validation. */
  @Post('submit')
  @HttpCode(200)
  submit(
    @Param('id', ID) id: number,
    @Body(new ZodPipe(decisionBody)) said: DecisionBody,
    @Req() request: FastifyRequest,
  ): Promise<MeasurementAnswer> {
    return this.decisions.submit(id, said, writerOf(request.caller));
  }

  /** Makes a figure count. */
  @Post('validate')
  @HttpCode(200)
  validate(
    @Param('id', ID) id: number,
    @Body(new ZodPipe(decisionBody)) said: DecisionBody,
    @Req() request: FastifyRequest,
  ): Promise<MeasurementAnswer> {
    return this.decisions.validate(id, said, writerOf(request.caller));
  }

  /** Sends a figure back to its author, with what to correct. */
  @Post('return')
  @HttpCode(200)
  giveBack(
    @Param('id', ID) id: number,
    @Body(new ZodPipe(returnBody)) said: DecisionBody,
    @Req() request: FastifyRequest,
  ): Promise<MeasurementAnswer> {
    return this.decisions.giveBack(id, said, writerOf(request.caller));
  }
}
