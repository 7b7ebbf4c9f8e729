import { Body, Controller, Get, HttpCode, Inject, Param, Post, Query } from '@nestjs/common';
import { Access } from '../../platform/http/access.js';
import { ZodPipe } from '../../platform/http/zod.pipe.js';
import { Page } from '../../platform/views/page.decorator.js';
import type { PageAnswer } from '../../platform/views/page.types.js';
import type { LegalTextPage } from '../../programme/legal-texts/legal-text.types.js';
import { LegalTextsPageService } from './legal-texts-page.service.js';
import type { LegalTextRoomView, LegalTextsView } from './legal-texts.presenter.js';
import { type DoneQuery, doneQuery, pageParam } from './legal-texts.schema.js';

const PAGE = new ZodPipe(pageParam);

@Controller('administration/textes')
@Access('programme:manage')
export class LegalTextsPagesController {
  constructor(@Inject(LegalTextsPageService) private readonly room: LegalTextsPageService) {}

  @Get()
  @Page('administration/legal-texts')
  list(): Promise<PageAnswer<LegalTextsView>> {
    return this.room.list();
  }

  @Get(':page')
  @Page('administration/legal-text')
  one(
    @Param('page', PAGE) page: LegalTextPage,
    @Query(new ZodPipe(doneQuery)) { fait }: DoneQuery,
  ): Promise<PageAnswer<LegalTextRoomView>> {
    return this.room.one(page, fait);
  }

  @Post(':page')
  @HttpCode(200)
  @Page('administration/legal-text')
  change(
    @Param('page', PAGE) page: LegalTextPage,
    @Body() body: unknown,
  ): Promise<PageAnswer<LegalTextRoomView>> {
    return this.room.change(page, body);
  }

  @Post(':page/origine')
  @HttpCode(200)
  @Page('administration/legal-text')
  reset(
    @Param('page', PAGE) page: LegalTextPage,
    @Body() body: unknown,
  ): Promise<PageAnswer<LegalTextRoomView>> {
    return this.room.reset(page, body);
  }
}
