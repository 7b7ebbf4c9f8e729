import { Body, Controller, Get, HttpCode, Inject, Param, Post, Query } from '@nestjs/common';
import { Access } from '../../platform/http/access.js';
import { ZodPipe } from '../../platform/http/zod.pipe.js';
import { Page } from '../../platform/views/page.decorator.js';
import type { PageAnswer } from '../../platform/views/page.types.js';
import { TerritoriesPageService } from './territories-page.service.js';
import { codeParam, type TerritoriesQuery, territoriesQuery } from './territories.schema.js';
import type { TerritoriesView, TerritoryView } from './territories.types.js';

const CODE = new ZodPipe(codeParam);
const QUERY = new ZodPipe(territoriesQuery);

@Controller('administration/territoires')
@Access('vocabulary:manage')
export class TerritoriesPagesController {
  constructor(@Inject(TerritoriesPageService) private readonly room: TerritoriesPageService) {}

  @Get()
  @Page('administration/territories')
  list(@Query(QUERY) query: TerritoriesQuery): Promise<PageAnswer<TerritoriesView>> {
    return this.room.list(query);
  }

  @Post()
  @HttpCode(200)
  @Page('administration/territories')
  create(@Body() body: unknown): Promise<PageAnswer<TerritoriesView>> {
    return this.room.create(body);
  }

  @Post('decoupage/ajout')
  @HttpCode(200)
  @Page('administration/territories')
  addDepartement(@Body() body: unknown): Promise<PageAnswer<TerritoriesView>> {
    return this.room.addDepartement(body);
  }

  @Get(':code')
  @Page('administration/territory')
  one(
    @Param('code', CODE) code: string,
    @Query(QUERY) { fait }: TerritoriesQuery,
  ): Promise<PageAnswer<TerritoryView>> {
    return this.room.one(code, fait);
  }

  @Post(':code')
  @HttpCode(200)
  @Page('administration/territory')
  change(@Param('code', CODE) code: string, @Body() body: unknown): Promise<PageAnswer<TerritoryView>> {
    return this.room.change(code, body);
  }
}
