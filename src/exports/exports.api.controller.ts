import { Controller, Get, Inject, Query, Req, type StreamableFile } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { dataCallerOf } from '../accounts/access/caller.rules.js';
import { Access } from '../platform/http/access.js';
import { csvAttachment } from '../platform/http/csv-attachment.js';
import { xlsxAttachment } from '../platform/http/xlsx-attachment.js';
import { ZodPipe } from '../platform/http/zod.pipe.js';
import { DownloadsService } from './downloads.service.js';
import { exportQuery, type ExportQuery } from './exports.schema.js';

@Controller('api/v1')
export class ExportsApiController {
  constructor(@Inject(DownloadsService) private readonly downloads: DownloadsService) {}

  /** The measurements of `/api/v1/measurements` in the standard format: what the import reads again. */
  @Get('measurements.csv')
  @Access('measurements:read')
  async csv(
    @Query(new ZodPipe(exportQuery)) query: ExportQuery,
    @Req() request: FastifyRequest,
  ): Promise<StreamableFile> {
    return csvAttachment(await this.downloads.measurementsCsv(query, dataCallerOf(request.caller)));
  }

  /** The same in a workbook, beside the figures made of them and the definitions. */
  @Get('measurements.xlsx')
  @Access('measurements:read')
  async workbook(
    @Query(new ZodPipe(exportQuery)) query: ExportQuery,
    @Req() request: FastifyRequest,
  ): Promise<StreamableFile> {
    return xlsxAttachment(await this.downloads.workbook(query, dataCallerOf(request.caller)));
  }

  /** What indicators count, one a line. */
  @Get('indicators.csv')
  @Access('public')
  async indicators(): Promise<StreamableFile> {
    return csvAttachment(await this.downloads.indicatorsCsv());
  }
}
