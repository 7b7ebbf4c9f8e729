import { Body, Controller, Get, HttpCode, Inject, Param, Post, Query, Req } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { writerOf } from '../accounts/access/caller.rules.js';
import { Access } from '../platform/http/access.js';
import { TakesFile, uploadedFile } from '../platform/http/uploads.js';
import { ZodPipe } from '../platform/http/zod.pipe.js';
import { type BatchAnswer, ImportsApiService } from './imports-api.service.js';
import { batchesQuery, batchNumber, fileBody, importQuery, type ImportQuery } from './imports.schema.js';
import type { ImportOutcome } from './imports.service.js';

/** Bytes of a file sent by a program. */
const MOST_BYTES = 10 * 1_048_576;

@Controller('api/v1/imports')
export class ImportsApiController {
  constructor(@Inject(ImportsApiService) private readonly imports: ImportsApiService) {}

  /** Imports the file of a multipart form (`file`) whatever its format; `dryRun=true` says what it would do. */
  @Post()
  @HttpCode(200)
  @Access('measurements:write')
  @TakesFile(MOST_BYTES)
  send(
    @Body(new ZodPipe(fileBody)) { file }: { file?: unknown },
    @Query(new ZodPipe(importQuery)) query: ImportQuery,
    @Req() request: FastifyRequest,
  ): Promise<ImportOutcome> {
    return this.imports.send(uploadedFile(file), query, writerOf(request.caller));
  }

  @Get()
  @Access('measurements:write')
  list(
    @Query(new ZodPipe(batchesQuery)) { cursor }: { cursor?: number },
    @Req() request: FastifyRequest,
  ): Promise<{ items: BatchAnswer[]; next?: string }> {
    return this.imports.list(writerOf(request.caller), cursor);
  }

  @Get(':id')
  @Access('measurements:write')
  one(
    @Param('id', new ZodPipe(batchNumber)) id: number,
    @Req() request: FastifyRequest,
  ): Promise<BatchAnswer> {
    return this.imports.one(id, writerOf(request.caller));
  }

  @Post(':id/undo')
  @HttpCode(200)
  @Access('measurements:write')
  undo(
    @Param('id', new ZodPipe(batchNumber)) id: number,
    @Req() request: FastifyRequest,
  ): Promise<BatchAnswer> {
    return this.imports.undo(id, writerOf(request.caller));
  }
}
