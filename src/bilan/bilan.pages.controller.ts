import { Body, Controller, Get, HttpCode, Inject, Param, Post, StreamableFile } from '@nestjs/common';
import type { PersonIdentity } from '../accounts/account.types.js';
import { PersonIfAny } from '../accounts/access/person-if-any.decorator.js';
import { Access } from '../platform/http/access.js';
import { ZodPipe } from '../platform/http/zod.pipe.js';
import { Page } from '../platform/views/page.decorator.js';
import type { PageBody } from '../platform/views/page.types.js';
import { BilanDraftsService } from './bilan-drafts.service.js';
import { BilanPagesService } from './bilan-pages.service.js';
import type { BilanPage, BilansPage } from './bilan-pages.types.js';
import { pressedButton, yearParam, type YearParam } from './bilan.schema.js';
import { pdfAttachment } from './pdf-attachment.js';

@Controller('bilans')
export class BilanPagesController {
  constructor(
    @Inject(BilanDraftsService) private readonly drafts: BilanDraftsService,
    @Inject(BilanPagesService) private readonly pages: BilanPagesService,
  ) {}

  /** The exercices, the latest first, each with its bilan. */
  @Get()
  @Access('public')
  @Page('bilan/list')
  list(@PersonIfAny() reader: PersonIdentity | null): Promise<PageBody<BilansPage>> {
    return this.pages.list(reader);
  }

  /** What the bilan of a year would say today. */
  @Get(':year')
  @Access('public')
  @Page('bilan/one')
  one(
    @Param(new ZodPipe(yearParam)) { year }: YearParam,
    @PersonIfAny() reader: PersonIdentity | null,
  ): Promise<PageBody<BilanPage>> {
    return this.pages.page(year, reader);
  }

  /** The present figures as a PDF to keep: a POST, because making it takes the server's time. */
  @Post(':year/brouillon')
  @HttpCode(200)
  @Access('public')
  async draft(
    @Param(new ZodPipe(yearParam)) { year }: YearParam,
    @Body(new ZodPipe(pressedButton)) _pressed: object,
  ): Promise<StreamableFile> {
    return pdfAttachment(await this.drafts.draft(year));
  }
}
