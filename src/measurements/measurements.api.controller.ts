import { Body, Controller, Get, HttpCode, Inject, Param, Post, Query, Req } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import type { TokenIdentity } from '../accounts/account.types.js';
import { DomainError } from '../kernel/domain-error.js';
import { Access } from '../platform/http/access.js';
import { ZodPipe } from '../platform/http/zod.pipe.js';
import { MeasurementRecordsService, type MeasurementsPage } from './measurement-records.service.js';
import type { MeasurementAnswer } from './measurement.presenter.js';
import { listQuery, measurementId, withdrawal, type ListQuery } from './measurements.schema.js';

@Controller('api/v1/measurements')
export class MeasurementsApiController {
  constructor(@Inject(MeasurementRecordsService) private readonly records: MeasurementRecordsService) {}

  /** Newest versions, by pages of at most 1 000. */
  @Get()
  @Access('public')
  list(
    @Query(new ZodPipe(listQuery)) query: ListQuery,
    @Req() request: FastifyRequest,
  ): Promise<MeasurementsPage> {
    return this.records.list(query, tokenOf(request));
  }

  /** The history of one measurement, oldest version first. */
  @Get(':id/versions')
  @Access('public')
  versions(
    @Param('id', new ZodPipe(measurementId)) id: number,
    @Req() request: FastifyRequest,
  ): Promise<{ items: MeasurementAnswer[] }> {
    return this.records.versions(id, tokenOf(request));
  }

  /** Takes one measurement back, with its reason; its history stays. */
  @Post(':id/withdraw')
  @HttpCode(200)
  @Access('measurements:write')
  withdraw(
    @Param('id', new ZodPipe(measurementId)) id: number,
    @Body(new ZodPipe(withdrawal)) { reason }: { reason: string },
    @Req() request: FastifyRequest,
  ): Promise<MeasurementAnswer> {
    return this.records.withdraw(id, reason, writerOf(request));
  }
}

/** The access guard lets nobody write without a token. */
function writerOf(request: FastifyRequest): TokenIdentity {
  const token = tokenOf(request);
  if (token !== null) return token;
  throw new DomainError('token_required', 'Il faut un jeton pour enregistrer des chiffres.', 401);
}

const tokenOf = (request: FastifyRequest): TokenIdentity | null =>
  request.caller?.kind === 'token' ? request.caller.token : null;
