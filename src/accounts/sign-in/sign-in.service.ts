import { Inject, Injectable } from '@nestjs/common';
import { DomainError } from '../../kernel/domain-error.js';
import { AuditTrail } from '../../platform/audit/audit-trail.service.js';
import type { AuditAction } from '../../platform/audit/audit-words.js';
import { UnitOfWork } from '../../platform/database/unit-of-work.js';
import type { PersonIdentity, SessionStage } from '../account.types.js';
import { looksLikeEmail, normalEmail } from '../people/email.rules.js';
import { PeopleRepository } from '../people/people.repository.js';
import type { PersonEntity } from '../people/person.entity.js';
import { SessionsService } from '../sessions/sessions.service.js';
import { AttemptsService } from './attempts.service.js';
import { PasswordsService } from './passwords.service.js';
import { stageAfterPassword } from './sign-in.rules.js';

/** What somebody typed to come in. */
export interface Credentials {
  email: string;
  password: string;
}

/** A session just opened: the secret is for the cookie, and kept nowhere. */
export interface OpenedSession {
  secret: string;
  stage: SessionStage;
}

/** Signing in with a password, and out. */
@Injectable()
export class SignInService {
  constructor(
    @Inject(UnitOfWork) private readonly unitOfWork: UnitOfWork,
    @Inject(PeopleRepository) private readonly people: PeopleRepository,
    @Inject(SessionsService) private readonly sessions: SessionsService,
    @Inject(PasswordsService) private readonly passwords: PasswordsService,
    @Inject(AttemptsService) private readonly attempts: AttemptsService,
    @Inject(AuditTrail) private readonly trail: AuditTrail,
  ) {}

  /**
   * Opens a session for whoever gives the right password. An address that nobody has, that was disabled or that never
   * chose a password takes the same time and gets the same answer as a wrong password.
   *
   * @param present the session of this browser, which ends: a cookie planted before opens nothing after.
   * @throws DomainError `sign_in_refused` (422) or `too_many_attempts` (429).
   */
  async signIn({ email, password }: Credentials, present: PersonIdentity | null): Promise<OpenedSession> {
    const address = normalEmail(email);
    const keys = [`account:${address}`, this.attempts.here()];
    await this.attempts.check(...keys);
    const person = looksLikeEmail(address) ? await this.people.byEmail(address) : null;
    const known = person?.state === 'active' ? person.passwordHash : null;
    const isRight = await this.passwords.verify(known, password);
    if (!isRight || person === null || known === null) throw await this.refuse(address, person);
    const renewed = this.passwords.isOutdated(known) ? await this.passwords.hash(password) : known;
    const opened = await this.unitOfWork.write(async () => {
      const now = await this.people.byId(person.id);
      // Disabled, or given another password, between the comparing and here.
      if (now?.state !== 'active' || now.passwordHash !== known) return null;
      await this.attempts.succeed(...keys);
      if (renewed !== known) await this.people.update(now.id, { passwordHash: renewed });
      return this.open(now, present);
    });
    if (opened === null) throw await this.refuse(address, person);
    return opened;
  }

  /**
   * Opens the session of somebody who has just proved who they are, in place of this browser's. Inside a write.
   * @param person as the write left them.
   */
  async open(
    person: Pick<PersonEntity, 'id' | 'role' | 'totpSeed' | 'email'>,
    present: PersonIdentity | null,
  ): Promise<OpenedSession> {
    if (present !== null) await this.sessions.end(present.sessionId, present.id);
    const stage = stageAfterPassword(person);
    // Half way in is not in: the second factor tells the rest.
    const action = stage === 'second_factor' ? 'sign_in.password_accepted' : 'sign_in.succeeded';
    await this.tell(action, person.id, { email: person.email, outcome: stage });
    return { secret: await this.sessions.open(person.id, stage), stage };
  }

  /** Ends the session of this browser. */
  async signOut(person: PersonIdentity): Promise<void> {
    await this.unitOfWork.write(async () => {
      const wasOpen = await this.sessions.end(person.sessionId, person.id);
      if (wasOpen) await this.tell('session.ended', person.id, { outcome: 'signed_out' });
    });
  }

  private async refuse(address: string, person: PersonEntity | null): Promise<DomainError> {
    // What is not an address may be a password typed in the wrong field: it is not kept.
    const email = looksLikeEmail(address) ? address : null;
    await this.tell('sign_in.failed', person?.id ?? null, { email, outcome: 'wrong_password' });
    return new DomainError('sign_in_refused', 'Adresse ou mot de passe incorrect.', 422);
  }

  /** Who came, or tried to, is personal: it goes after a year, the chain stays. */
  private tell(
    action: AuditAction,
    personId: number | null,
    details: Readonly<Record<string, string | null>>,
  ): Promise<void> {
    return this.trail.record({
      action,
      subject: null,
      personal: { personId, details },
      actorIsPersonal: true,
    });
  }
}
