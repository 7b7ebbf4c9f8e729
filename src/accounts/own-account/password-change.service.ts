import { Inject, Injectable } from '@nestjs/common';
import { DomainError } from '../../kernel/domain-error.js';
import { AuditTrail } from '../../platform/audit/audit-trail.service.js';
import { Clock } from '../../platform/clock/clock.js';
import { UnitOfWork } from '../../platform/database/unit-of-work.js';
import type { PersonIdentity } from '../account.types.js';
import { OneTimeLinksService } from '../links/one-time-links.service.js';
import { PeopleRepository } from '../people/people.repository.js';
import { type RenewedSession, SessionRenewalService } from '../sessions/session-renewal.service.js';
import { PasswordsService } from '../sign-in/passwords.service.js';
import { CurrentPasswordService } from './current-password.service.js';

/** A new password in place of the one that one knows. */
@Injectable()
export class PasswordChangeService {
  constructor(
    @Inject(UnitOfWork) private readonly unitOfWork: UnitOfWork,
    @Inject(PeopleRepository) private readonly people: PeopleRepository,
    @Inject(PasswordsService) private readonly passwords: PasswordsService,
    @Inject(CurrentPasswordService) private readonly currentPassword: CurrentPasswordService,
    @Inject(OneTimeLinksService) private readonly links: OneTimeLinksService,
    @Inject(SessionRenewalService) private readonly renewals: SessionRenewalService,
    @Inject(AuditTrail) private readonly trail: AuditTrail,
    @Inject(Clock) private readonly clock: Clock,
  ) {}

  /**
   * Changes a person's password. Their present session is replaced, the other ones end, and so does a link to reset it.
   *
   * @throws DomainError `wrong_password`, `password_refused` (422) or `too_many_attempts` (429).
   */
  async change(person: PersonIdentity, current: string, password: string): Promise<RenewedSession> {
    await this.currentPassword.confirm(person, current, 'current');
    const issue = await this.passwords.refusal(password, [person.name, person.email]);
    if (issue !== null) {
      throw new DomainError('password_refused', 'Le mot de passe n’a pas changé.', 422, [issue]);
    }
    // Hashing takes the time it must take: before the write, which others wait for.
    const passwordHash = await this.passwords.hash(password);
    return this.unitOfWork.write(async () => {
      await this.people.update(person.id, { passwordHash, updatedAt: this.clock.instant() });
      await this.links.revoke(person.id, 'password_reset');
      await this.trail.record({ action: 'password.changed', subject: `person:${person.id}` });
      return this.renewals.renew(person, 'end');
    });
  }
}
