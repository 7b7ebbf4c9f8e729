import { Inject, Injectable } from '@nestjs/common';
import { DomainError } from '../../kernel/domain-error.js';
import { AuditTrail } from '../../platform/audit/audit-trail.service.js';
import { UnitOfWork } from '../../platform/database/unit-of-work.js';
import { OneTimeLinksService } from '../links/one-time-links.service.js';
import { SecondFactorService } from '../second-factor/second-factor.service.js';
import { PeopleService } from './people.service.js';
import type { Person, PersonLink } from './person.types.js';

/** What an administrator does for somebody who cannot come in any more: a link that expired, a password, a phone. */
@Injectable()
export class PersonHelpService {
  constructor(
    @Inject(UnitOfWork) private readonly unitOfWork: UnitOfWork,
    @Inject(PeopleService) private readonly people: PeopleService,
    @Inject(OneTimeLinksService) private readonly links: OneTimeLinksService,
    @Inject(SecondFactorService) private readonly secondFactor: SecondFactorService,
    @Inject(AuditTrail) private readonly trail: AuditTrail,
  ) {}

  /** The link that somebody needs now: an invitation again, or a new password. @throws DomainError `wrong_state`. */
  async newLink(id: number, origin?: string): Promise<PersonLink> {
    const { state } = await this.people.byId(id);
    return state === 'invited' ? this.newInvitationLink(id, origin) : this.newResetLink(id, origin);
  }

  /** Invites again somebody who has not come yet: the link made before stops working. @throws DomainError `wrong_state`. */
  newInvitationLink(id: number, origin?: string): Promise<PersonLink> {
    const needs = 'L’invitation se renouvelle tant que la personne n’est pas venue : ce n’est plus le cas.';
    return this.makeLink('invitation', id, origin, (person) => {
      if (person.state !== 'invited') throw wrongState(needs);
      const { role, organisation } = person;
      return this.trail.record({
        action: 'person.invited',
        subject: `person:${id}`,
        after: { role, organisation, renewed: true },
      });
    });
  }

  /** A link by which somebody chooses a new password; the second factor stays. @throws DomainError `wrong_state`. */
  newResetLink(id: number, origin?: string): Promise<PersonLink> {
    const needs = 'Seul un compte actif reçoit un lien de nouveau mot de passe.';
    return this.makeLink('password_reset', id, origin, (person) => {
      if (person.state !== 'active') throw wrongState(needs);
      return this.trail.record({ action: 'password.reset_requested', subject: `person:${id}` });
    });
  }

  /**
   * Takes away a second factor that was lost with its phone, and ends every session.
   * @param by who asks; null for a command.
   * @throws DomainError `own_account`, or `wrong_state` when there is none.
   */
  removeSecondFactor(id: number, by: number | null): Promise<void> {
    return this.unitOfWork.write(async () => {
      const { hasSecondFactor } = await this.people.byId(id);
      if (id === by) {
        // One's own asks for one's password: an unattended screen must not be enough.
        const title = 'Votre propre second facteur se remplace depuis « Mon compte ».';
        throw new DomainError('own_account', title, 409);
      }
      if (!hasSecondFactor) throw wrongState('Cette personne n’a pas de second facteur.');
      await this.secondFactor.reset(id);
    });
  }

  private makeLink(
    kind: PersonLink['kind'],
    id: number,
    origin: string | undefined,
    tell: (person: Person) => Promise<void>,
  ): Promise<PersonLink> {
    return this.unitOfWork.write(async () => {
      const person = await this.people.byId(id);
      await tell(person);
      return { kind, person, link: await this.links.create(kind, id, origin) };
    });
  }
}

const wrongState = (title: string): DomainError => new DomainError('wrong_state', title, 409);
