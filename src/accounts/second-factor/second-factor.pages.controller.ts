import { Body, Controller, Get, Inject, Post, Query } from '@nestjs/common';
import { Access } from '../../platform/http/access.js';
import { ZodPipe } from '../../platform/http/zod.pipe.js';
import { Page } from '../../platform/views/page.decorator.js';
import type { PageAnswer, PageBody } from '../../platform/views/page.types.js';
import { SignedIn } from '../access/signed-in.decorator.js';
import type { PersonIdentity } from '../account.types.js';
import { SecondFactorSetUpService } from './second-factor-set-up.service.js';
import { SecondFactorSignInService } from './second-factor-sign-in.service.js';
import type { CodeView, SecondFactorView } from './second-factor.presenter.js';
import { type CodeQuery, codeQuery, type SetUpQuery, setUpQuery } from './second-factor.schema.js';
import { SecondFactorService } from './second-factor.service.js';

@Controller()
export class SecondFactorPagesController {
  constructor(
    @Inject(SecondFactorSignInService) private readonly signIn: SecondFactorSignInService,
    @Inject(SecondFactorSetUpService) private readonly setUp: SecondFactorSetUpService,
    @Inject(SecondFactorService) private readonly secondFactor: SecondFactorService,
  ) {}

  /** Asks for a code, after the password. */
  @Get('connexion/second-facteur')
  @Access('sign-in:second-factor')
  @Page('accounts/code')
  code(@Query(new ZodPipe(codeQuery)) query: CodeQuery): PageBody<CodeView> {
    return this.signIn.page(query);
  }

  @Post('connexion/second-facteur')
  @Access('sign-in:second-factor')
  @Page('accounts/code')
  enter(@SignedIn() person: PersonIdentity, @Body() body: unknown): Promise<PageAnswer<CodeView>> {
    return this.signIn.enter(person, body);
  }

  /** Sets a second factor up, or shows how the one that is there stands. */
  @Get('mon-compte/second-facteur')
  @Access('second-factor:set-up')
  @Page('accounts/second-factor')
  show(
    @SignedIn() person: PersonIdentity,
    @Query(new ZodPipe(setUpQuery)) { next, fait }: SetUpQuery,
  ): Promise<PageBody<SecondFactorView>> {
    return person.hasSecondFactor ? this.secondFactor.page(person, fait) : this.setUp.page(person, next);
  }

  /** Another phone in place of the present one. */
  @Get('mon-compte/second-facteur/nouveau')
  @Access('second-factor:set-up')
  @Page('accounts/second-factor')
  replace(@SignedIn() person: PersonIdentity): Promise<PageBody<SecondFactorView>> {
    return this.setUp.page(person, '/mon-compte');
  }

  @Post('mon-compte/second-facteur')
  @Access('second-factor:set-up')
  @Page('accounts/second-factor')
  confirm(@SignedIn() person: PersonIdentity, @Body() body: unknown): Promise<PageBody<SecondFactorView>> {
    return this.setUp.confirm(person, body);
  }

  @Post('mon-compte/second-facteur/codes')
  @Access('account')
  @Page('accounts/second-factor')
  renewCodes(@SignedIn() person: PersonIdentity, @Body() body: unknown): Promise<PageBody<SecondFactorView>> {
    return this.secondFactor.renewCodes(person, body);
  }

  @Post('mon-compte/second-facteur/retirer')
  @Access('account')
  @Page('accounts/second-factor')
  remove(@SignedIn() person: PersonIdentity, @Body() body: unknown): Promise<PageAnswer<SecondFactorView>> {
    return this.secondFactor.remove(person, body);
  }
}
