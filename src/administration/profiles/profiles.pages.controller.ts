import { Body, Controller, Get, HttpCode, Inject, Param, Post, Query } from '@nestjs/common';
import { Access } from '../../platform/http/access.js';
import { ZodPipe } from '../../platform/http/zod.pipe.js';
import { Page } from '../../platform/views/page.decorator.js';
import type { PageAnswer } from '../../platform/views/page.types.js';
import { ProfilesPageService } from './profiles-page.service.js';
import { profileParam, profilesQuery, type ProfilesQuery } from './profiles.schema.js';
import type { ProfilesView, ProfileView } from './profiles.types.js';

const ID = new ZodPipe(profileParam);
const QUERY = new ZodPipe(profilesQuery);

@Controller('administration/profils')
@Access('profiles:manage')
export class ProfilesPagesController {
  constructor(@Inject(ProfilesPageService) private readonly room: ProfilesPageService) {}

  @Get()
  @Page('administration/profiles')
  list(@Query(QUERY) query: ProfilesQuery): Promise<PageAnswer<ProfilesView>> {
    return this.room.list(query);
  }

  @Get(':id')
  @Page('administration/profile')
  one(@Param('id', ID) id: string, @Query(QUERY) query: ProfilesQuery): Promise<PageAnswer<ProfileView>> {
    return this.room.one(id, query);
  }

  @Post(':id')
  @HttpCode(200)
  @Page('administration/profile')
  change(@Param('id', ID) id: string, @Body() body: unknown): Promise<PageAnswer<ProfileView>> {
    return this.room.change(id, body);
  }

  @Post(':id/retrait')
  @HttpCode(200)
  @Page('administration/profile')
  remove(@Param('id', ID) id: string, @Body() body: unknown): Promise<PageAnswer<ProfileView>> {
    return this.room.remove(id, body);
  }

  @Post(':id/remise')
  @HttpCode(200)
  @Page('administration/profile')
  restore(@Param('id', ID) id: string, @Body() body: unknown): Promise<PageAnswer<ProfileView>> {
    return this.room.restore(id, body);
  }

  @Post(':id/origine')
  @HttpCode(200)
  @Page('administration/profile')
  reset(@Param('id', ID) id: string, @Body() body: unknown): Promise<PageAnswer<ProfileView>> {
    return this.room.reset(id, body);
  }
}
