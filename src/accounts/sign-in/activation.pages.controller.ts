import { Body, Controller, Get, Inject, Post, Query } from '@nestjs/common';
import { Access } from '../../platform/http/access.js';
import { ZodPipe } from '../../platform/http/zod.pipe.js';
import { Page } from '../../platform/views/page.decorator.js';
import type { PageAnswer } from '../../platform/views/page.types.js';
import { PersonIfAny } from '../access/person-if-any.decorator.js';
import type { PersonIdentity } from '../account.types.js';
import { ActivationPageService } from './activation-page.service.js';
import { HeldLink } from './held-link.decorator.js';
import type { EntranceView } from './sign-in.presenter.js';
import { type LinkQuery, linkQuery } from './sign-in.schema.js';

@Controller('premiere-connexion')
export class ActivationPagesController {
  constructor(@Inject(ActivationPageService) private readonly activation: ActivationPageService) {}

  @Get()
  @Access('open')
  @Page('accounts/entrance')
  page(
    @Query(new ZodPipe(linkQuery)) query: LinkQuery,
    @HeldLink() secret: string | null,
  ): Promise<PageAnswer<EntranceView>> {
    return this.activation.page(query, secret);
  }

  @Post()
  @Access('open')
  @Page('accounts/entrance')
  accept(
    @HeldLink() secret: string | null,
    @PersonIfAny() person: PersonIdentity | null,
    @Body() body: unknown,
  ): Promise<PageAnswer<EntranceView>> {
    return this.activation.accept(secret, person, body);
  }
}
