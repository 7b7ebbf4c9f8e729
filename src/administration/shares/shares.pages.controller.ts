import { Body, Controller, Get, HttpCode, Inject, Param, Post, Query } from '@nestjs/common';
import type { PersonIdentity } from '../../accounts/account.types.js';
import { SignedIn } from '../../accounts/access/signed-in.decorator.js';
import { Access } from '../../platform/http/access.js';
import { SiteOrigin } from '../../platform/http/site-origin.decorator.js';
import { ZodPipe } from '../../platform/http/zod.pipe.js';
import { Page } from '../../platform/views/page.decorator.js';
import type { PageAnswer } from '../../platform/views/page.types.js';
import { SharesPageService } from './shares-page.service.js';
import { shareId, sharesQuery, type SharesQuery } from './shares.schema.js';
import type { SharesView } from './shares.types.js';

@Controller('administration/partages')
@Access('shares:manage')
export class SharesPagesController {
  constructor(@Inject(SharesPageService) private readonly shares: SharesPageService) {}

  @Get()
  @Page('administration/shares')
  list(
    @SignedIn() reader: PersonIdentity,
    @Query(new ZodPipe(sharesQuery)) query: SharesQuery,
  ): Promise<PageAnswer<SharesView>> {
    return this.shares.page(reader, query);
  }

  @Post()
  @HttpCode(200)
  @Page('administration/shares')
  create(
    @SignedIn() reader: PersonIdentity,
    @Body() body: unknown,
    @SiteOrigin() origin: string,
  ): Promise<PageAnswer<SharesView>> {
    return this.shares.create(body, reader, origin);
  }

  @Post(':id/revoquer')
  @HttpCode(200)
  @Page('administration/shares')
  revoke(
    @SignedIn() reader: PersonIdentity,
    @Param('id', new ZodPipe(shareId)) id: number,
    @Body() body: unknown,
  ): Promise<PageAnswer<SharesView>> {
    return this.shares.revoke(id, body, reader);
  }
}
