import { Module } from '@nestjs/common';
import { APP_GUARD } from '@nestjs/core';
import { ProgrammeModule } from '../programme/programme.module.js';
import { AccountUpkeep } from './account-upkeep.service.js';
import { AccessGuard } from './access/access.guard.js';
import { OneTimeLinksRepository } from './links/one-time-links.repository.js';
import { OneTimeLinksService } from './links/one-time-links.service.js';
import { PeopleRepository } from './people/people.repository.js';
import { AuthorNamesService } from './people/author-names.service.js';
import { PeopleService } from './people/people.service.js';
import { PersonDataService } from './people/person-data.service.js';
import { PersonHelpService } from './people/person-help.service.js';
import { PersonTracesRepository } from './people/person-traces.repository.js';
import { CurrentPasswordService } from './own-account/current-password.service.js';
import { DevicesService } from './own-account/devices.service.js';
import { OwnAccountPagesController } from './own-account/own-account.pages.controller.js';
import { OwnAccountService } from './own-account/own-account.service.js';
import { PasswordChangeService } from './own-account/password-change.service.js';
import { RecoveryCodesService } from './second-factor/recovery-codes.service.js';
import { SecondFactorPagesController } from './second-factor/second-factor.pages.controller.js';
import { SecondFactorRepository } from './second-factor/second-factor.repository.js';
import { SecondFactorService } from './second-factor/second-factor.service.js';
import { SecondFactorSetUpService } from './second-factor/second-factor-set-up.service.js';
import { SecondFactorSignInService } from './second-factor/second-factor-sign-in.service.js';
import { TotpService } from './second-factor/totp.service.js';
import { SessionRenewalService } from './sessions/session-renewal.service.js';
import { SessionsRepository } from './sessions/sessions.repository.js';
import { SessionsService } from './sessions/sessions.service.js';
import { AccountMailsService } from './sign-in/account-mails.service.js';
import { ActivationPageService } from './sign-in/activation-page.service.js';
import { ActivationPagesController } from './sign-in/activation.pages.controller.js';
import { ActivationService } from './sign-in/activation.service.js';
import { FirstAdminService } from './sign-in/first-admin.service.js';
import { PasswordResetPageService } from './sign-in/password-reset-page.service.js';
import { PasswordResetPagesController } from './sign-in/password-reset.pages.controller.js';
import { PasswordResetService } from './sign-in/password-reset.service.js';
import { SignInPageService } from './sign-in/sign-in-page.service.js';
import { SignInPagesController } from './sign-in/sign-in.pages.controller.js';
import { SignInService } from './sign-in/sign-in.service.js';
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
  controllers: [
    SignInPagesController,
    ActivationPagesController,
    PasswordResetPagesController,
    OwnAccountPagesController,
    SecondFactorPagesController,
    ShareOpeningPagesController,
  ],
  providers: [
    ApiTokensService,
    ApiTokensRepository,
    SessionsService,
    SessionsRepository,
    SessionRenewalService,
    CurrentPasswordService,
    DevicesService,
    OwnAccountService,
    PasswordChangeService,
    SecondFactorRepository,
    TotpService,
    RecoveryCodesService,
    SecondFactorSignInService,
    SecondFactorSetUpService,
    SecondFactorService,
    OneTimeLinksService,
    OneTimeLinksRepository,
    ShareLinksService,
    ShareLinksRepository,
    ShareOpeningService,
    PeopleRepository,
    PeopleService,
    AuthorNamesService,
    PersonHelpService,
    PersonDataService,
    PersonTracesRepository,
    PasswordsService,
    SignInService,
    SignInPageService,
    FirstAdminService,
    ActivationService,
    ActivationPageService,
    PasswordResetService,
    PasswordResetPageService,
    AccountMailsService,
    AccountUpkeep,
    AttemptsService,
    AttemptsRepository,
    { provide: APP_GUARD, useClass: AccessGuard },
  ],
  exports: [
    PeopleService,
    AuthorNamesService,
    PersonHelpService,
    PersonDataService,
    SecondFactorService,
    ApiTokensService,
    SessionsService,
    OneTimeLinksService,
    ShareLinksService,
    PasswordsService,
    AttemptsService,
    FirstAdminService,
    AccountMailsService,
  ],
})
export class AccountsModule {}
