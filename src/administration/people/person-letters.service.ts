import { Inject, Injectable } from '@nestjs/common';
import { OneTimeLinksService } from '../../accounts/links/one-time-links.service.js';
import { LINK_LIFETIME_MS } from '../../accounts/links/link-lifetimes.rules.js';
import type { PersonLink } from '../../accounts/people/person.types.js';
import { AccountMailsService } from '../../accounts/sign-in/account-mails.service.js';
import { invitationMail, resetMail } from '../../accounts/sign-in/mail-words.rules.js';
import { formatInstant } from '../../kernel/french-instant.rules.js';
import { Clock } from '../../platform/clock/clock.js';
import { linkView } from './people.presenter.js';
import type { SecretView } from './people.types.js';

const MINUTE_MS = 60_000;

/** Hands a link over: by mail where mails are sent, and always on a page that shows it this once. */
@Injectable()
export class PersonLettersService {
  constructor(
    @Inject(AccountMailsService) private readonly mails: AccountMailsService,
    @Inject(OneTimeLinksService) private readonly links: OneTimeLinksService,
    @Inject(Clock) private readonly clock: Clock,
  ) {}

  /** Must be called once the link is kept: a mail cannot be taken back. */
  async handOver(made: PersonLink): Promise<SecretView> {
    const { kind, person, link } = made;
    const until = (await this.links.pendingUntil(person.id, kind)) ?? this.clock.instant();
    await this.mails.write(person, (context) =>
      kind === 'invitation'
        ? invitationMail(context, link, formatInstant(until) ?? until)
        : resetMail(context, link, LINK_LIFETIME_MS.password_reset / MINUTE_MS),
    );
    return linkView(made, until, this.mails.areSent);
  }
}
