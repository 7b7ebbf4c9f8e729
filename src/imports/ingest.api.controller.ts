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
import { Readable } from 'node:stream';
import { writerOf } from '../accounts/access/caller.rules.js';
import { MeasurementsIngestService } from '../measurements/measurements-ingest.service.js';
import type { MeasurementsReport } from '../measurements/measurement.types.js';
import { Access } from '../platform/http/access.js';
import { TakesStream } from '../platform/http/streamed-bodies.js';
import { announcedBytes } from '../platform/http/uploads.js';
import { ZodPipe } from '../platform/http/zod.pipe.js';
import { ingestQuery } from './imports.schema.js';
import { itemsOf } from './request-body.js';
import { StreamedIngestService } from './stream/streamed-ingest.service.js';

@Controller('api/v1/measurements')
export class IngestApiController {
  constructor(
    @Inject(MeasurementsIngestService) private readonly ingestion: MeasurementsIngestService,
    @Inject(StreamedIngestService) private readonly streams: StreamedIngestService,
  ) {}

  /** Records one measurement or a batch in JSON, any number of them in JSON lines or as a standard file: `created`, `updated`, `unchanged`, `rejected`. */
  @Post()
  @HttpCode(200)
  @Access('measurements:write')
  @TakesStream()
  async ingest(
    @Body() body: unknown,
    @Query(new ZodPipe(ingestQuery)) { partial }: { partial: boolean },
    @Headers('content-type') type: string | undefined,
    @Headers('idempotency-key') idempotencyKey: string | undefined,
    @Req() request: FastifyRequest,
  ): Promise<MeasurementsReport> {
    const mediaType = type?.split(';')[0]?.trim().toLowerCase() ?? '';
    // A browser's form needs nobody's leave to be sent: figures come as data, never as a form.
    if (mediaType === 'application/x-www-form-urlencoded') throw new UnsupportedMediaTypeException();
    const options = { partial, idempotencyKey: idempotencyKey ?? null };
    if (!(body instanceof Readable)) {
      return this.ingestion.ingest({ ...itemsOf(body), ...options }, writerOf(request.caller));
    }
    const contentEncoding = request.headers['content-encoding'];
    const announced = announcedBytes(request);
    const incoming = { source: body, mediaType, contentEncoding, announced, ...options };
    return this.streams.ingest(incoming, writerOf(request.caller));
  }
}
