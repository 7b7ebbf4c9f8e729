import {
  Body,
  Controller,
  Get,
  HttpCode,
  Inject,
  Param,
  Post,
  Query,
  type StreamableFile,
} from '@nestjs/common';
import type { PersonIdentity } from '../../accounts/account.types.js';
import { SignedIn } from '../../accounts/access/signed-in.decorator.js';
import { Access } from '../../platform/http/access.js';
import { csvAttachment } from '../../platform/http/csv-attachment.js';
import { ZodPipe } from '../../platform/http/zod.pipe.js';
import { Page } from '../../platform/views/page.decorator.js';
import type { PageAnswer } from '../../platform/views/page.types.js';
import type { BatchesView, BatchView } from './batch-page.types.js';
import { BatchesPageService } from './batches-page.service.js';
import { batchId, importsQuery, type ImportsQuery } from './imports.schema.js';

const ID = new ZodPipe(batchId);

@Controller('imports')
@Access('imports:use')
export class BatchesPagesController {
  constructor(@Inject(BatchesPageService) private readonly batches: BatchesPageService) {}

  @Get()
  @Page('imports/batches')
  list(
    @SignedIn() person: PersonIdentity,
    @Query(new ZodPipe(importsQuery)) query: ImportsQuery,
  ): Promise<PageAnswer<BatchesView>> {
    return this.batches.list(person, query);
  }

  @Get(':id')
  @Page('imports/batch')
  one(
    @SignedIn() person: PersonIdentity,
    @Param('id', ID) id: number,
    @Query(new ZodPipe(importsQuery)) query: ImportsQuery,
  ): Promise<PageAnswer<BatchView>> {
    return this.batches.one(id, person, query);
  }

  @Get(':id/rapport.csv')
  async report(@SignedIn() person: PersonIdentity, @Param('id', ID) id: number): Promise<StreamableFile> {
    return csvAttachment(await this.batches.report(id, person));
  }

  @Post(':id/annulation')
  @HttpCode(200)
  @Page('imports/batch')
  undo(
    @SignedIn() person: PersonIdentity,
    @Param('id', ID) id: number,
    @Body() body: unknown,
  ): Promise<PageAnswer<BatchView>> {
    return this.batches.undo(id, person, body);
  }
}
