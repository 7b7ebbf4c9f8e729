import { Body, Controller, Get, HttpCode, Inject, Post, Query } from '@nestjs/common';
import { Access } from '../../platform/http/access.js';
import { ZodPipe } from '../../platform/http/zod.pipe.js';
import { Page } from '../../platform/views/page.decorator.js';
import type { PageAnswer } from '../../platform/views/page.types.js';
import { entryRoomQuery, type EntryRoomQuery } from './entry-room.schema.js';
import { EntryRoomService } from './entry-room.service.js';
import type { EntryRoomView } from './entry-room.types.js';

@Controller('administration/saisie')
@Access('programme:manage')
export class EntryRoomPagesController {
  constructor(@Inject(EntryRoomService) private readonly room: EntryRoomService) {}

  @Get()
  @Page('administration/entry')
  page(@Query(new ZodPipe(entryRoomQuery)) { fait }: EntryRoomQuery): Promise<PageAnswer<EntryRoomView>> {
    return this.room.page(fait);
  }

  @Post()
  @HttpCode(200)
  @Page('administration/entry')
  change(@Body() body: unknown): Promise<PageAnswer<EntryRoomView>> {
    return this.room.change(body);
  }
}
