import { Body, Controller, Get, HttpCode, Inject, Post, Query, type StreamableFile } from '@nestjs/common';
import { Access } from '../../platform/http/access.js';
import { ZodPipe } from '../../platform/http/zod.pipe.js';
import { Page } from '../../platform/views/page.decorator.js';
import type { PageBody } from '../../platform/views/page.types.js';
import { csvAttachment } from '../../platform/http/csv-attachment.js';
import { JournalExportService } from './journal-export.service.js';
import { JournalPageService } from './journal-page.service.js';
import { journalExport, type JournalFilterForm, journalQuery, type JournalQuery } from './journal.schema.js';
import type { JournalView } from './journal.types.js';

@Controller('administration/journal')
@Access('journal:read')
export class JournalPagesController {
  constructor(
    @Inject(JournalPageService) private readonly pages: JournalPageService,
    @Inject(JournalExportService) private readonly exports: JournalExportService,
  ) {}

  /** Who did what, newest first, by pages of fifty. */
  @Get()
  @Page('administration/journal')
  page(@Query(new ZodPipe(journalQuery)) query: JournalQuery): Promise<PageBody<JournalView>> {
    return this.pages.page(query);
  }

  /** The same as a CSV of any size. A POST, because taking the journal away is told to the journal. */
  @Post('export')
  @HttpCode(200)
  async export(@Body(new ZodPipe(journalExport)) asked: JournalFilterForm): Promise<StreamableFile> {
    return csvAttachment({ name: 'journal.csv', content: await this.exports.export(asked) });
  }
}
