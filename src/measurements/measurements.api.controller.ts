import { Body, Controller, Get, HttpCode, Inject, Param, Post, Query, Req } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { dataCallerOf, writerOf } from '../accounts/access/caller.rules.js';
import { Access } from '../platform/http/access.js';
import { ZodPipe } from '../platform/http/zod.pipe.js';
import { MeasurementRecordsService, type MeasurementsPage } from './measurement-records.service.js';
import type { MeasurementAnswer } from './measurement-answer.types.js';
import { listQuery, measurementId, withdrawal, type ListQuery } from './measurements.schema.js';

@Controller('api/v1/measurements')
export class MeasurementsApiController {
  constructor(@Inject(MeasurementRecordsService) private readonly records: MeasurementRecordsService) {}

  /** Newest versions, by pages of at most 1 000. */
  @Get()
  @Access('measurements:read')
  list(
    @Query(new ZodPipe(listQuery)) query: ListQuery,
    @Req() request: FastifyRequest,
  ): Promise<MeasurementsPage> {
    return this.records.list(query, dataCallerOf(request.caller));
  }

  /** The history of one measurement, oldest version first. */
  @Get(':id/versions')
  @Access('measurements:read')
  versions(
    @Param('id', new ZodPipe(measurementId)) id: number,
    @Req() request: FastifyRequest,
  ): Promise<{ items: MeasurementAnswer[] }> {
    return this.records.versions(id, dataCallerOf(request.caller));
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
    return this.records.withdraw(id, reason, writerOf(request.caller));
  }
}
