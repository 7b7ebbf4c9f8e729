import { Body, Controller, Get, HttpCode, Inject, Param, Post, Query } from '@nestjs/common';
import { Access } from '../../platform/http/access.js';
import { ZodPipe } from '../../platform/http/zod.pipe.js';
import { Page } from '../../platform/views/page.decorator.js';
import type { PageAnswer } from '../../platform/views/page.types.js';
import { OrganisationsPageService } from './organisations-page.service.js';
import { codeParam, type DoneQuery, doneQuery, placeParam } from './organisations.schema.js';
import type { OrganisationsView, OrganisationView } from './organisations.types.js';

const CODE = new ZodPipe(codeParam);
const DONE = new ZodPipe(doneQuery);

@Controller('administration/organisations')
@Access('organisations:manage')
export class OrganisationsPagesController {
  constructor(@Inject(OrganisationsPageService) private readonly room: OrganisationsPageService) {}

  @Get()
  @Page('administration/organisations')
  list(@Query(DONE) { fait }: DoneQuery): Promise<PageAnswer<OrganisationsView>> {
    return this.room.list(fait);
  }

  @Post()
  @HttpCode(200)
  @Page('administration/organisations')
  create(@Body() body: unknown): Promise<PageAnswer<OrganisationsView>> {
    return this.room.create(body);
  }

  @Get(':code')
  @Page('administration/organisation')
  one(
    @Param('code', CODE) code: string,
    @Query(DONE) { fait }: DoneQuery,
  ): Promise<PageAnswer<OrganisationView>> {
    return this.room.one(code, fait);
  }

  @Post(':code')
  @HttpCode(200)
  @Page('administration/organisation')
  describe(@Param('code', CODE) code: string, @Body() body: unknown): Promise<PageAnswer<OrganisationView>> {
    return this.room.describe(code, body);
  }

  @Post(':code/noms')
  @HttpCode(200)
  @Page('administration/organisation')
  addName(@Param('code', CODE) code: string, @Body() body: unknown): Promise<PageAnswer<OrganisationView>> {
    return this.room.addName(code, body);
  }

  @Post(':code/noms/:place')
  @HttpCode(200)
  @Page('administration/organisation')
  correctName(
    @Param('code', CODE) code: string,
    @Param('place', new ZodPipe(placeParam)) place: number,
    @Body() body: unknown,
  ): Promise<PageAnswer<OrganisationView>> {
    return this.room.correctName(code, place, body);
  }

  @Post(':code/fusion')
  @HttpCode(200)
  @Page('administration/organisation')
  merge(@Param('code', CODE) code: string, @Body() body: unknown): Promise<PageAnswer<OrganisationView>> {
    return this.room.merge(code, body);
  }

  @Post(':code/fusion/annulation')
  @HttpCode(200)
  @Page('administration/organisation')
  separate(@Param('code', CODE) code: string, @Body() body: unknown): Promise<PageAnswer<OrganisationView>> {
    return this.room.separate(code, body);
  }
}
