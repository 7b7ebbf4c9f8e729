import { Inject, Injectable } from '@nestjs/common';
import { DomainError } from '../../kernel/domain-error.js';
import { typographic } from '../../kernel/french-text.rules.js';
import { AuditTrail } from '../../platform/audit/audit-trail.service.js';
import type { PersonIdentity } from '../account.types.js';
import { PeopleRepository } from '../people/people.repository.js';
import { AttemptsService } from '../sign-in/attempts.service.js';
import { PasswordsService } from '../sign-in/passwords.service.js';

/** Asks for the password again before what somebody passing by an open screen must not do. */
@Injectable()
export class CurrentPasswordService {
  constructor(
    @Inject(PeopleRepository) private readonly people: PeopleRepository,
    @Inject(PasswordsService) private readonly passwords: PasswordsService,
    @Inject(AttemptsService) private readonly attempts: AttemptsService,
    @Inject(AuditTrail) private readonly trail: AuditTrail,
  ) {}

  /**
   * Passes when the password is the person's own.
   *
   * @param path name of the form's field.
   * @throws DomainError `wrong_password` (422), or `too_many_attempts` (429): failures here are counted apart from
   * those of signing in, which anybody can cause.
   */
  async confirm(person: PersonIdentity, password: string, path: string): Promise<void> {
    const key = `password:${person.id}`;
    await this.attempts.check(key);
    const hash = (await this.people.byId(person.id))?.passwordHash ?? null;
    if (await this.passwords.verify(hash, password)) {
      await this.attempts.succeed(key);
      return;
    }
    await this.trail.record({
      action: 'sign_in.failed',
      subject: null,
      personal: { personId: person.id, details: { outcome: 'wrong_current_password' } },
      actorIsPersonal: true,
    });
    const message = 'Ce n’est pas votre mot de passe actuel : vérifiez les majuscules, puis réessayez.';
    throw new DomainError('wrong_password', 'Le mot de passe actuel n’est pas le bon.', 422, [
      { path, code: 'wrong_password', message: typographic(message) },
    ]);
  }
}
