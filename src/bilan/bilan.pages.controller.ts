import { Controller, HttpCode, Inject, Param, Post, StreamableFile } from '@nestjs/common';
import { Access } from '../platform/http/access.js';
import { ZodPipe } from '../platform/http/zod.pipe.js';
import { yearParam, type YearParam } from './bilan.schema.js';
import { BilanService } from './bilan.service.js';
import { pdfAttachment } from './pdf-attachment.js';

@Controller('bilans')
export class BilanPagesController {
  constructor(@Inject(BilanService) private readonly bilans: BilanService) {}

  /** The present figures as a PDF to keep: a POST, because making it takes the server's time. */
  @Post(':year/brouillon')
  @HttpCode(200)
  @Access('public')
  async draft(@Param(new ZodPipe(yearParam)) { year }: YearParam): Promise<StreamableFile> {
    return pdfAttachment(await this.bilans.draft(year));
  }
}
