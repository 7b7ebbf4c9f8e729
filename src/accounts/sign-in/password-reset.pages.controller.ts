import { Body, Controller, Get, Inject, Post, Query } from '@nestjs/common';
import { Access } from '../../platform/http/access.js';
import { ZodPipe } from '../../platform/http/zod.pipe.js';
import { Page } from '../../platform/views/page.decorator.js';
import type { PageAnswer, PageBody } from '../../platform/views/page.types.js';
import { HeldLink } from './held-link.decorator.js';
import { PasswordResetPageService } from './password-reset-page.service.js';
import type { EntranceView } from './sign-in.presenter.js';
import { type ForgottenQuery, forgottenQuery, type LinkQuery, linkQuery } from './sign-in.schema.js';

@Controller()
export class PasswordResetPagesController {
  constructor(@Inject(PasswordResetPageService) private readonly resets: PasswordResetPageService) {}

  @Get('mot-de-passe-oublie')
  @Access('open')
  @Page('accounts/entrance')
  forgotten(@Query(new ZodPipe(forgottenQuery)) query: ForgottenQuery): PageBody<EntranceView> {
    return this.resets.forgotten(query);
  }

  @Post('mot-de-passe-oublie')
  @Access('open')
  @Page('accounts/entrance')
  request(@Body() body: unknown): Promise<PageAnswer<EntranceView>> {
    return this.resets.request(body);
  }

  @Get('nouveau-mot-de-passe')
  @Access('open')
  @Page('accounts/entrance')
  page(
    @Query(new ZodPipe(linkQuery)) query: LinkQuery,
    @HeldLink() secret: string | null,
  ): Promise<PageAnswer<EntranceView>> {
    return this.resets.page(query, secret);
  }

  @Post('nouveau-mot-de-passe')
  @Access('open')
  @Page('accounts/entrance')
  choose(@HeldLink() secret: string | null, @Body() body: unknown): Promise<PageAnswer<EntranceView>> {
    return this.resets.choose(secret, body);
  }
}
