import { Controller, Get, Inject, Param, Query } from '@nestjs/common';
import { Access } from '../platform/http/access.js';
import { ZodPipe } from '../platform/http/zod.pipe.js';
import { Page } from '../platform/views/page.decorator.js';
import type { MovedPage, PageBody } from '../platform/views/page.types.js';
import type { CampaignView } from './campaign.presenter.js';
import { CampaignPagesService } from './campaign-pages.service.js';
import type { CampaignsListView } from './campaigns-list.presenter.js';
import { campaignsFilter, type CampaignsFilter, codeParam } from './dashboard.schema.js';

@Controller('operations')
export class CampaignsPagesController {
  constructor(@Inject(CampaignPagesService) private readonly pages: CampaignPagesService) {}

  /** The operations of a year, narrowed by a plain form. */
  @Get()
  @Access('public')
  @Page('campaigns/list')
  list(@Query(new ZodPipe(campaignsFilter)) filter: CampaignsFilter): Promise<PageBody<CampaignsListView>> {
    return this.pages.list(filter);
  }

  /** One operation; its code written otherwise leads to its address. */
  @Get(':code')
  @Access('public')
  @Page('campaigns/one')
  one(@Param('code', new ZodPipe(codeParam)) code: string): Promise<PageBody<CampaignView> | MovedPage> {
    return this.pages.one(code);
  }
}
