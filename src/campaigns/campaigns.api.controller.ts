import { Controller, Get, Inject, Param, Query } from '@nestjs/common';
import { Access } from '../platform/http/access.js';
import { ZodPipe } from '../platform/http/zod.pipe.js';
import { campaignAnswer, type CampaignAnswer } from './campaigns.presenter.js';
import { campaignsQuery, type CampaignsQuery } from './campaigns.schema.js';
import { CampaignsService } from './campaigns.service.js';

@Controller('api/v1/campaigns')
export class CampaignsApiController {
  constructor(@Inject(CampaignsService) private readonly campaigns: CampaignsService) {}

  /** The operations of a year, or all of them. */
  @Get()
  @Access('public')
  async list(
    @Query(new ZodPipe(campaignsQuery)) { year }: CampaignsQuery,
  ): Promise<{ items: CampaignAnswer[] }> {
    const found = year === undefined ? await this.campaigns.all() : await this.campaigns.ofYear(year);
    return { items: found.map(campaignAnswer) };
  }

  /** One operation; its code is accepted in any case. */
  @Get(':code')
  @Access('public')
  async read(@Param('code') code: string): Promise<CampaignAnswer> {
    return campaignAnswer(await this.campaigns.byCode(code));
  }
}
