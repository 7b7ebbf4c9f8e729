import { Body, Controller, Get, HttpCode, Inject, Post, Query } from '@nestjs/common';
import { Access } from '../../platform/http/access.js';
import { SiteOrigin } from '../../platform/http/site-origin.decorator.js';
import { ZodPipe } from '../../platform/http/zod.pipe.js';
import { Page } from '../../platform/views/page.decorator.js';
import type { PageAnswer } from '../../platform/views/page.types.js';
import { FollowUpPageService } from './followup-page.service.js';
import { followUpQuery, type FollowUpQuery } from './followup.schema.js';
import type { FollowUpView } from './followup.types.js';

@Controller('saisie/suivi')
@Access('collection:manage')
export class FollowUpPagesController {
  constructor(@Inject(FollowUpPageService) private readonly followUp: FollowUpPageService) {}

  @Get()
  @Page('entry/followup')
  show(@Query(new ZodPipe(followUpQuery)) query: FollowUpQuery): Promise<PageAnswer<FollowUpView>> {
    return this.followUp.page(query);
  }

  @Post('rappel')
  @HttpCode(200)
  @Page('entry/followup')
  remind(@Body() body: unknown, @SiteOrigin() origin: string): Promise<PageAnswer<FollowUpView>> {
    return this.followUp.remind(body, origin);
  }
}
