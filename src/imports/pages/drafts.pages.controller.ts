import { Body, Controller, Get, HttpCode, Inject, Param, Post, Query } from '@nestjs/common';
import type { PersonIdentity } from '../../accounts/account.types.js';
import { SignedIn } from '../../accounts/access/signed-in.decorator.js';
import { Access } from '../../platform/http/access.js';
import { TakesFile, uploadedFiles } from '../../platform/http/uploads.js';
import { ZodPipe } from '../../platform/http/zod.pipe.js';
import { Page } from '../../platform/views/page.decorator.js';
import type { PageAnswer } from '../../platform/views/page.types.js';
import { DraftsPageService } from './drafts-page.service.js';
import { IMPORT_LIMITS } from './drop.presenter.js';
import { draftId, importsQuery, type ImportsQuery } from './imports.schema.js';
import type { DropView, PreviewView } from './preview.types.js';

const ID = new ZodPipe(draftId);

@Controller('imports/nouveau')
@Access('imports:use')
export class DraftsPagesController {
  constructor(@Inject(DraftsPageService) private readonly drafts: DraftsPageService) {}

  @Get()
  @Page('imports/drop')
  drop(): PageAnswer<DropView> {
    return this.drafts.drop();
  }

  @Post()
  @HttpCode(200)
  @TakesFile(IMPORT_LIMITS.bytes, IMPORT_LIMITS.files)
  @Page('imports/drop')
  create(@SignedIn() person: PersonIdentity, @Body() body: unknown): Promise<PageAnswer<DropView>> {
    return this.drafts.create(person, body, uploadedFiles);
  }

  @Get(':id')
  @Page('imports/preview')
  preview(
    @SignedIn() person: PersonIdentity,
    @Param('id', ID) id: number,
    @Query(new ZodPipe(importsQuery)) query: ImportsQuery,
  ): Promise<PageAnswer<PreviewView>> {
    return this.drafts.preview(id, person, query);
  }

  @Post(':id')
  @HttpCode(200)
  @Page('imports/preview')
  apply(
    @SignedIn() person: PersonIdentity,
    @Param('id', ID) id: number,
    @Body() body: unknown,
  ): Promise<PageAnswer<PreviewView>> {
    return this.drafts.apply(id, person, body);
  }

  @Post(':id/reponses')
  @HttpCode(200)
  @Page('imports/preview')
  answer(
    @SignedIn() person: PersonIdentity,
    @Param('id', ID) id: number,
    @Body() body: unknown,
  ): Promise<PageAnswer<PreviewView>> {
    return this.drafts.answer(id, person, body);
  }

  @Post(':id/retrait')
  @HttpCode(200)
  @Page('imports/preview')
  remove(
    @SignedIn() person: PersonIdentity,
    @Param('id', ID) id: number,
    @Body() body: unknown,
  ): Promise<PageAnswer<PreviewView>> {
    return this.drafts.remove(id, person, body);
  }

  @Post(':id/abandon')
  @HttpCode(200)
  @Page('imports/preview')
  discard(
    @SignedIn() person: PersonIdentity,
    @Param('id', ID) id: number,
    @Body() body: unknown,
  ): Promise<PageAnswer<PreviewView>> {
    return this.drafts.discard(id, person, body);
  }
}
