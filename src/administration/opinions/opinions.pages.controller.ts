import { Body, Controller, Get, HttpCode, Inject, Post, Query } from '@nestjs/common';
import type { PersonIdentity } from '../../accounts/account.types.js';
import { SignedIn } from '../../accounts/access/signed-in.decorator.js';
import { Access } from '../../platform/http/access.js';
import { ZodPipe } from '../../platform/http/zod.pipe.js';
import { Page } from '../../platform/views/page.decorator.js';
import type { PageAnswer } from '../../platform/views/page.types.js';
import { roomQuery, type RoomQuery } from '../targets/targets.schema.js';
import { OpinionsPageService } from './opinions-page.service.js';
import type { OpinionsView } from './opinions.types.js';

const QUERY = new ZodPipe(roomQuery);

@Controller('administration/avis')
export class OpinionsPagesController {
  constructor(@Inject(OpinionsPageService) private readonly room: OpinionsPageService) {}

  @Get()
  @Access('targets:read')
  @Page('administration/opinions')
  list(
    @SignedIn() reader: PersonIdentity,
    @Query(QUERY) query: RoomQuery,
  ): Promise<PageAnswer<OpinionsView>> {
    return this.room.list(reader, query);
  }

  @Post()
  @HttpCode(200)
  @Access('targets:manage')
  @Page('administration/opinions')
  give(
    @SignedIn() reader: PersonIdentity,
    @Query(QUERY) query: RoomQuery,
    @Body() body: unknown,
  ): Promise<PageAnswer<OpinionsView>> {
    return this.room.give(reader, query, body);
  }
}
