import { Inject, Injectable, type OnApplicationShutdown } from '@nestjs/common';
import type { Logger } from 'pino';
import { DomainError } from '../../kernel/domain-error.js';
import { errorCode } from '../../kernel/error-code.js';
import { AuditTrail } from '../../platform/audit/audit-trail.service.js';
import { Clock } from '../../platform/clock/clock.js';
import { UnitOfWork } from '../../platform/database/unit-of-work.js';
import { LOGGER } from '../../platform/logging/logger.js';
import type { LinkKind } from '../account.types.js';
import { LINK_LIFETIME_MS } from '../links/link-lifetimes.rules.js';
import { linkExpired, OneTimeLinksService } from '../links/one-time-links.service.js';
import { looksLikeEmail, normalEmail } from '../people/email.rules.js';
import { PeopleRepository } from '../people/people.repository.js';
import type { PersonEntity } from '../people/person.entity.js';
import { SessionsService } from '../sessions/sessions.service.js';
import { AccountMailsService } from './account-mails.service.js';
import { AttemptsService } from './attempts.service.js';
import { resetMail } from './mail-words.rules.js';
import { PasswordsService } from './passwords.service.js';

const KINDS: readonly LinkKind[] = ['password_reset'];

/** A forgotten password: a link by mail, and another password by that link. */
@Injectable()
export class PasswordResetService implements OnApplicationShutdown {
  private readonly underWay = new Set<Promise<void>>();

  constructor(
    @Inject(UnitOfWork) private readonly unitOfWork: UnitOfWork,
    @Inject(PeopleRepository) private readonly people: PeopleRepository,
    @Inject(OneTimeLinksService) private readonly links: OneTimeLinksService,
    @Inject(SessionsService) private readonly sessions: SessionsService,
    @Inject(PasswordsService) private readonly passwords: PasswordsService,
    @Inject(AttemptsService) private readonly attempts: AttemptsService,
    @Inject(AccountMailsService) private readonly mails: AccountMailsService,
    @Inject(AuditTrail) private readonly trail: AuditTrail,
    @Inject(Clock) private readonly clock: Clock,
    @Inject(LOGGER) private readonly logger: Logger,
  ) {}

  /** Whether a request is answered by mail; otherwise an administrator hands a link over. */
  get mailsAreSent(): boolean {
    return this.mails.areSent;
  }

  /**
   * Takes a request and answers at once, whoever it is for: what an address sets off happens after the answer, so that
   * neither words nor time say whether it is known.
   * @throws DomainError `too_many_attempts`, 429, by network address only.
   */
  async request(typed: string): Promise<void> {
    await this.attempts.check(this.attempts.here('reset-address'));
    const work = this.handle(normalEmail(typed)).catch((error: unknown) => {
      this.logger.error({ code: errorCode(error) }, 'password reset not handled');
    });
    this.underWay.add(work);
    void work.finally(() => this.underWay.delete(work));
  }

  /** Resolves when every request taken so far was handled, mails apart. */
  async settled(): Promise<void> {
    while (this.underWay.size > 0) await Promise.all(this.underWay);
  }

  onApplicationShutdown(): Promise<void> {
    return this.settled();
  }

  /** Whose password a link changes. @throws DomainError `link_expired`, 410. */
  async look(secret: string): Promise<{ email: string }> {
    const { personId } = await this.links.look(secret, KINDS);
    const { email } = await this.active(personId);
    return { email };
  }

  /**
   * Gives a person the password they chose, uses the link up and ends every session. They sign in with it: the link
   * does not stand in for a second factor.
   * @throws DomainError `link_expired` (410), or `invalid_request` (422) with what to correct.
   */
  async choose(secret: string, password: string): Promise<void> {
    const { personId } = await this.links.look(secret, KINDS);
    const { name, email } = await this.active(personId);
    const issue = await this.passwords.refusal(password, [name, email]);
    if (issue !== null) {
      const title = 'Le mot de passe n’a pas changé : corrigez ce qui suit.';
      throw new DomainError('invalid_request', title, 422, [issue]);
    }
    const passwordHash = await this.passwords.hash(password);
    const changed = await this.links.use(secret, KINDS, async (link) => {
      const { id } = await this.active(link.personId);
      await this.people.update(id, { passwordHash, updatedAt: this.clock.instant() });
      await this.sessions.endAll(id);
      await this.attempts.succeed(`account:${email}`);
      await this.trail.record({
        action: 'password.changed',
        subject: `person:${id}`,
        after: { by: 'link' },
        personal: { personId: id, details: {} },
      });
      return id;
    });
    await this.mails.tell(changed, 'password_changed');
  }

  private async handle(email: string): Promise<void> {
    if (!looksLikeEmail(email) || !(await this.mayAsk(email))) return;
    const person = await this.people.byEmail(email);
    const active = person?.state === 'active' ? person : null;
    const link = await this.unitOfWork.write(async () => {
      await this.trail.record({
        action: 'password.reset_requested',
        subject: null,
        personal: { personId: person?.id ?? null, details: { email } },
        actorIsPersonal: true,
      });
      return active === null || !this.mails.areSent ? null : this.links.create('password_reset', active.id);
    });
    if (active === null || link === null) return;
    const minutes = LINK_LIFETIME_MS.password_reset / 60_000;
    await this.mails.write(active, (context) => resetMail(context, link, minutes));
  }

  /** Five mails an hour at most: a mailbox is not flooded by whoever knows its address. */
  private async mayAsk(email: string): Promise<boolean> {
    try {
      await this.attempts.check(`reset:${email}`);
      return true;
    } catch (error) {
      if (errorCode(error) === 'too_many_attempts') return false;
      throw error;
    }
  }

  private async active(personId: number | null): Promise<PersonEntity> {
    const person = personId === null ? null : await this.people.byId(personId);
    if (person?.state !== 'active') throw linkExpired();
    return person;
  }
}
