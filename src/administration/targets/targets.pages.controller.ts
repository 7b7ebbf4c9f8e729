import { Body, Controller, Get, HttpCode, Inject, Param, Post, Query } from '@nestjs/common';
import type { PersonIdentity } from '../../accounts/account.types.js';
import { SignedIn } from '../../accounts/access/signed-in.decorator.js';
import { Access } from '../../platform/http/access.js';
import { ZodPipe } from '../../platform/http/zod.pipe.js';
import { Page } from '../../platform/views/page.decorator.js';
import type { PageAnswer } from '../../platform/views/page.types.js';
import { TargetsPageService } from './targets-page.service.js';
import { roomQuery, type RoomQuery, targetId } from './targets.schema.js';
import type { TargetPageView, TargetsView } from './targets.types.js';

const ID = new ZodPipe(targetId);
const QUERY = new ZodPipe(roomQuery);

@Controller('administration/cibles')
export class TargetsPagesController {
  constructor(@Inject(TargetsPageService) private readonly room: TargetsPageService) {}

  @Get()
  @Access('targets:read')
  @Page('administration/targets')
  list(@SignedIn() reader: PersonIdentity, @Query(QUERY) query: RoomQuery): Promise<PageAnswer<TargetsView>> {
    return this.room.list(reader, query);
  }

  @Post()
  @HttpCode(200)
  @Access('targets:manage')
  @Page('administration/targets')
  add(
    @SignedIn() reader: PersonIdentity,
    @Query(QUERY) query: RoomQuery,
    @Body() body: unknown,
  ): Promise<PageAnswer<TargetsView>> {
    return this.room.add(reader, query, body);
  }

  @Get(':id')
  @Access('targets:read')
  @Page('administration/target')
  one(
    @SignedIn() reader: PersonIdentity,
    @Param('id', ID) id: number,
    @Query(QUERY) query: RoomQuery,
  ): Promise<PageAnswer<TargetPageView>> {
    return this.room.one(reader, id, query);
  }

  @Post(':id')
  @HttpCode(200)
  @Access('targets:manage')
  @Page('administration/target')
  change(
    @SignedIn() reader: PersonIdentity,
    @Param('id', ID) id: number,
    @Body() body: unknown,
  ): Promise<PageAnswer<TargetPageView>> {
    return this.room.change(reader, id, body);
  }

  @Post(':id/retrait')
  @HttpCode(200)
  @Access('targets:manage')
  @Page('administration/target')
  withdraw(
    @SignedIn() reader: PersonIdentity,
    @Param('id', ID) id: number,
    @Body() body: unknown,
  ): Promise<PageAnswer<TargetPageView>> {
    return this.room.withdraw(reader, id, body);
  }
}
