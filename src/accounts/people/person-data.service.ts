import { Inject, Injectable } from '@nestjs/common';
import { DomainError } from '../../kernel/domain-error.js';
import { quote } from '../../kernel/decimal-string.rules.js';
import { AuditRetention } from '../../platform/audit/audit-retention.service.js';
import { AuditTrail } from '../../platform/audit/audit-trail.service.js';
import type { JournalEntry } from '../../platform/audit/audit.types.js';
import { Clock } from '../../platform/clock/clock.js';
import { UnitOfWork } from '../../platform/database/unit-of-work.js';
import { normalEmail } from './email.rules.js';
import { PeopleRepository } from './people.repository.js';
import { erasedAlready, PeopleService, refuseOneself } from './people.service.js';
import { erasedEmail } from './person-settings.rules.js';
import { PersonTracesRepository, type PersonTraces } from './person-traces.repository.js';
import type { Person } from './person.types.js';
import { FORMER_USER } from './role-words.rules.js';

/** All that is kept about a person, as one document. */
export interface PersonExport extends PersonTraces {
  /** ISO instant at which it was made. */
  exportedAt: string;
  person: Person & { notices: boolean; updatedAt: string };
  /** What they did and what was done to them, oldest first. */
  journal: JournalEntry[];
}

/** What the law gives a person: to have what is kept about them, and to be forgotten (RGPD, articles 15, 17 and 20). */
@Injectable()
export class PersonDataService {
  constructor(
    @Inject(UnitOfWork) private readonly unitOfWork: UnitOfWork,
    @Inject(PeopleService) private readonly people: PeopleService,
    @Inject(PeopleRepository) private readonly rows: PeopleRepository,
    @Inject(PersonTracesRepository) private readonly traces: PersonTracesRepository,
    @Inject(AuditTrail) private readonly trail: AuditTrail,
    @Inject(AuditRetention) private readonly retention: AuditRetention,
    @Inject(Clock) private readonly clock: Clock,
  ) {}

  /** Everything kept about a person, secrets and what concerns others left out. @throws DomainError `not_found`. */
  export(id: number): Promise<PersonExport> {
    return this.unitOfWork.write(async () => {
      const person = await this.people.byId(id);
      await this.trail.record({ action: 'person.exported', subject: `person:${id}` });
      const { notices = false, updatedAt = person.createdAt } = (await this.rows.byId(id)) ?? {};
      return {
        exportedAt: this.clock.instant(),
        person: { ...person, notices, updatedAt },
        ...(await this.traces.of(id)),
        journal: await this.retention.exportPerson(id),
      };
    });
  }

  /**
   * Erases who somebody was: what they did stays, signed « ancien utilisateur », and the journal's chain stays whole.
   * @param typedEmail their address, typed again: what is erased does not come back.
   * @param by who asks; null for a command.
   * @throws DomainError `invalid_person`, `own_account`, `last_admin`, `wrong_state` or `not_found`.
   */
  anonymise(id: number, typedEmail: string, by: number | null): Promise<void> {
    return this.unitOfWork.write(async () => {
      const person = await this.people.byId(id);
      refuseOneself(id, by, 'anonymiser');
      if (person.state === 'anonymised') throw erasedAlready();
      if (normalEmail(typedEmail) !== person.email) throw otherEmail(typedEmail, person.email);
      await this.people.keepAnAdmin(person);
      await this.traces.erase(id);
      await this.rows.update(id, {
        email: erasedEmail(id),
        name: FORMER_USER,
        state: 'anonymised',
        passwordHash: null,
        totpSeed: null,
        totpLastStep: null,
        lastSignedInAt: null,
        notices: false,
        reminders: false,
        updatedAt: this.clock.instant(),
      });
      await this.trail.record({
        action: 'person.anonymised',
        subject: `person:${id}`,
        before: { state: person.state },
        after: { state: 'anonymised' },
      });
      await this.retention.forgetPerson(id, person.email);
    });
  }
}

function otherEmail(typed: string, email: string): DomainError {
  const message = `${quote(typed)} n’est pas l’adresse de cette personne : écrivez ${email} pour confirmer.`;
  const issues = [{ path: 'email', code: 'wrong_email', message }];
  return new DomainError('invalid_person', 'Rien n’a été anonymisé.', 422, issues);
}
