import { Inject, Injectable } from '@nestjs/common';
import { DomainError } from '../../kernel/domain-error.js';
import { UnitOfWork } from '../../platform/database/unit-of-work.js';
import type { PageBody, PageReader } from '../../platform/views/page.types.js';
import { pageReaderOf } from '../access/caller.rules.js';
import type { PersonIdentity } from '../account.types.js';
import { SessionsService } from './sessions.service.js';

/** A session that takes the place of another one. */
export interface RenewedSession {
  cookies: NonNullable<PageBody['cookies']>;
  /** For a page shown at once: its forms belong to the new session. */
  reader: PageReader;
}

/** Changes the cookie whenever what it opens changes: one that was seen or planted before opens nothing after. */
@Injectable()
export class SessionRenewalService {
  constructor(
    @Inject(UnitOfWork) private readonly unitOfWork: UnitOfWork,
    @Inject(SessionsService) private readonly sessions: SessionsService,
  ) {}

  /**
   * Opens a full session in place of a person's present one.
   *
   * @param others whether the person's other devices stay signed in.
   * @throws DomainError `authentication_required` when the present session ended meanwhile.
   */
  renew(person: PersonIdentity, others: 'stay' | 'end'): Promise<RenewedSession> {
    return this.unitOfWork.write(async () => {
      const wasOpen = await this.sessions.end(person.sessionId, person.id);
      if (!wasOpen) throw sessionOver();
      if (others === 'end') await this.sessions.endAll(person.id);
      const secret = await this.sessions.open(person.id, 'full');
      const renewed = await this.sessions.identify(secret);
      if (renewed === null) throw sessionOver();
      return {
        cookies: [{ name: 'session', value: secret }],
        reader: pageReaderOf(renewed),
      };
    });
  }
}

const sessionOver = (): DomainError =>
  new DomainError('authentication_required', 'Votre session est terminée : reconnectez-vous.', 401);
