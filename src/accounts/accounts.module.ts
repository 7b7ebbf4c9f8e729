import { Module } from '@nestjs/common';
import { APP_GUARD } from '@nestjs/core';
import { ProgrammeModule } from '../programme/programme.module.js';
import { AccessGuard } from './access/access.guard.js';
import { OneTimeLinksRepository } from './links/one-time-links.repository.js';
import { OneTimeLinksService } from './links/one-time-links.service.js';
import { PeopleRepository } from './people/people.repository.js';
import { SessionsRepository } from './sessions/sessions.repository.js';
import { SessionsService } from './sessions/sessions.service.js';
import { AttemptsRepository } from './sign-in/attempts.repository.js';
import { AttemptsService } from './sign-in/attempts.service.js';
import { PasswordsService } from './sign-in/passwords.service.js';
import { ShareLinksRepository } from './shares/share-links.repository.js';
import { ShareLinksService } from './shares/share-links.service.js';
import { ShareOpeningPagesController } from './shares/share-opening.pages.controller.js';
import { ShareOpeningService } from './shares/share-opening.service.js';
import { ApiTokensRepository } from './tokens/api-tokens.repository.js';
import { ApiTokensService } from './tokens/api-tokens.service.js';

/** Who people and programs are, how they come in, and what they may do. */
@Module({
  imports: [ProgrammeModule],
  controllers: [ShareOpeningPagesController],
  providers: [
    ApiTokensService,
    ApiTokensRepository,
    SessionsService,
    SessionsRepository,
    OneTimeLinksService,
    OneTimeLinksRepository,
    ShareLinksService,
    ShareLinksRepository,
    ShareOpeningService,
    PeopleRepository,
    PasswordsService,
    AttemptsService,
    AttemptsRepository,
    { provide: APP_GUARD, useClass: AccessGuard },
  ],
  exports: [
    ApiTokensService,
    SessionsService,
    OneTimeLinksService,
    ShareLinksService,
    PasswordsService,
    AttemptsService,
  ],
})
export class AccountsModule {}
