import { Body, Controller, Get, HttpCode, Inject, Param, Post, Query } from '@nestjs/common';
import type { PersonIdentity } from '../../accounts/account.types.js';
import { SignedIn } from '../../accounts/access/signed-in.decorator.js';
import { Access } from '../../platform/http/access.js';
import { ZodPipe } from '../../platform/http/zod.pipe.js';
import { Page } from '../../platform/views/page.decorator.js';
import type { PageAnswer } from '../../platform/views/page.types.js';
import { CollectionPageService } from './collection-page.service.js';
import { collectionQuery, type CollectionQuery, lineId } from './collection.schema.js';
import type { CollectionLineView, CollectionView } from './collection.types.js';

const ID = new ZodPipe(lineId);

@Controller('administration/collecte')
@Access('collection:manage')
export class CollectionPagesController {
  constructor(@Inject(CollectionPageService) private readonly room: CollectionPageService) {}

  @Get()
  @Page('administration/collection')
  list(
    @SignedIn() reader: PersonIdentity,
    @Query(new ZodPipe(collectionQuery)) query: CollectionQuery,
  ): Promise<PageAnswer<CollectionView>> {
    return this.room.list(reader, query);
  }

  @Post()
  @HttpCode(200)
  @Page('administration/collection')
  add(@SignedIn() reader: PersonIdentity, @Body() body: unknown): Promise<PageAnswer<CollectionView>> {
    return this.room.add(reader, body);
  }

  @Get(':id')
  @Page('administration/collection-line')
  one(
    @SignedIn() reader: PersonIdentity,
    @Param('id', ID) id: number,
  ): Promise<PageAnswer<CollectionLineView>> {
    return this.room.one(reader, id);
  }

  @Post(':id')
  @HttpCode(200)
  @Page('administration/collection-line')
  change(
    @SignedIn() reader: PersonIdentity,
    @Param('id', ID) id: number,
    @Body() body: unknown,
  ): Promise<PageAnswer<CollectionLineView>> {
    return this.room.change(reader, id, body);
  }

  @Post(':id/retrait')
  @HttpCode(200)
  @Page('administration/collection-line')
  remove(
    @SignedIn() reader: PersonIdentity,
    @Param('id', ID) id: number,
    @Body() body: unknown,
  ): Promise<PageAnswer<CollectionLineView>> {
    return this.room.remove(reader, id, body);
  }
}
