import {
  Body,
  Controller,
  Headers,
  HttpCode,
  Inject,
  Post,
  Query,
  Req,
  UnsupportedMediaTypeException,
} from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { writerOf } from '../accounts/access/caller.rules.js';
import { MeasurementsIngestService } from '../measurements/measurements-ingest.service.js';
import type { MeasurementsReport } from '../measurements/measurement.types.js';
import { Access } from '../platform/http/access.js';
import { ZodPipe } from '../platform/http/zod.pipe.js';
import { ingestQuery } from './imports.schema.js';
import { itemsOf } from './request-body.js';
import { StandardBodyService } from './standard/standard-body.service.js';

@Controller('api/v1/measurements')
export class IngestApiController {
  constructor(
    @Inject(MeasurementsIngestService) private readonly ingestion: MeasurementsIngestService,
    @Inject(StandardBodyService) private readonly files: StandardBodyService,
  ) {}

  /** Records one measurement or a batch, in JSON, in JSON lines or as a standard file: `created`, `updated`, `unchanged`, `rejected`. */
  @Post()
  @HttpCode(200)
  @Access('measurements:write')
  async ingest(
    @Body() body: unknown,
    @Query(new ZodPipe(ingestQuery)) { partial }: { partial: boolean },
    @Headers('content-type') type: string | undefined,
    @Headers('idempotency-key') idempotencyKey: string | undefined,
    @Req() request: FastifyRequest,
  ): Promise<MeasurementsReport> {
    const mediaType = type?.split(';')[0]?.trim().toLowerCase();
    // A browser's form needs nobody's leave to be sent: figures come as data, never as a form.
    if (mediaType === 'application/x-www-form-urlencoded') throw new UnsupportedMediaTypeException();
    const isFile = Buffer.isBuffer(body) && mediaType === 'text/csv';
    const sent = isFile ? await this.files.read(body) : itemsOf(body);
    const batch = { ...sent, partial, idempotencyKey: idempotencyKey ?? null };
    return this.ingestion.ingest(batch, writerOf(request.caller));
  }
}
