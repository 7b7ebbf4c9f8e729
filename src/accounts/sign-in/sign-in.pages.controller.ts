import { Body, Controller, Get, Inject, Post, Query } from '@nestjs/common';
import { Access } from '../../platform/http/access.js';
import { ZodPipe } from '../../platform/http/zod.pipe.js';
import { Page } from '../../platform/views/page.decorator.js';
import type { PageAnswer, SeeOther } from '../../platform/views/page.types.js';
import { PersonIfAny } from '../access/person-if-any.decorator.js';
import type { PersonIdentity } from '../account.types.js';
import { SignInPageService } from './sign-in-page.service.js';
import type { EntranceView } from './sign-in.presenter.js';
import { type SignInQuery, signInQuery } from './sign-in.schema.js';

@Controller()
export class SignInPagesController {
  constructor(@Inject(SignInPageService) private readonly signIn: SignInPageService) {}

  @Get('connexion')
  @Access('open')
  @Page('accounts/entrance')
  page(
    @PersonIfAny() person: PersonIdentity | null,
    @Query(new ZodPipe(signInQuery)) query: SignInQuery,
  ): Promise<PageAnswer<EntranceView>> {
    return this.signIn.page(person, query);
  }

  @Post('connexion')
  @Access('open')
  @Page('accounts/entrance')
  enter(
    @PersonIfAny() person: PersonIdentity | null,
    @Body() body: unknown,
  ): Promise<PageAnswer<EntranceView>> {
    return this.signIn.enter(person, body);
  }

  /** Open to everybody: signing out twice is no mistake. */
  @Post('deconnexion')
  @Access('open')
  @Page('accounts/entrance')
  leave(@PersonIfAny() person: PersonIdentity | null): Promise<SeeOther> {
    return this.signIn.leave(person);
  }
}
