import { Inject, Injectable } from '@nestjs/common';
import type { PersonIdentity } from '../../accounts/account.types.js';
import { OneTimeLinksService } from '../../accounts/links/one-time-links.service.js';
import { PeopleService } from '../../accounts/people/people.service.js';
import { type PersonExport, PersonDataService } from '../../accounts/people/person-data.service.js';
import { PersonHelpService } from '../../accounts/people/person-help.service.js';
import type { Person, PersonLink } from '../../accounts/people/person.types.js';
import { AccountMailsService } from '../../accounts/sign-in/account-mails.service.js';
import { submitted } from '../../platform/forms/submission.js';
import { type PageBody, SeeOther } from '../../platform/views/page.types.js';
import { OrganisationChoicesService } from './organisation-choices.service.js';
import { noticeOf, personPath } from './people.presenter.js';
import { erasureForm, pressedButton, settingsForm } from './people.schema.js';
import type { PersonView } from './people.types.js';
import { PersonLettersService } from './person-letters.service.js';
import { type PersonRefusal, type PersonShown, personView } from './person.presenter.js';

type PersonPage = PageBody<PersonView>;

/** The page of one person, and what its forms and buttons do. */
@Injectable()
export class PersonPagesService {
  constructor(
    @Inject(PeopleService) private readonly people: PeopleService,
    @Inject(PersonHelpService) private readonly help: PersonHelpService,
    @Inject(PersonDataService) private readonly data: PersonDataService,
    @Inject(OneTimeLinksService) private readonly links: OneTimeLinksService,
    @Inject(OrganisationChoicesService) private readonly organisations: OrganisationChoicesService,
    @Inject(PersonLettersService) private readonly letters: PersonLettersService,
    @Inject(AccountMailsService) private readonly mails: AccountMailsService,
  ) {}

  page(id: number, reader: PersonIdentity, done: string | undefined): Promise<PersonPage> {
    return this.draw(id, reader, { notice: noticeOf(done) });
  }

  async change(id: number, body: unknown, reader: PersonIdentity): Promise<SeeOther | PersonPage> {
    const before = await this.people.byId(id);
    const sent = await submitted(settingsForm, body, (settings) => this.people.change(id, settings));
    if (!sent.ok) return this.refused(id, reader, { form: 'settings', refusal: sent.refusal });
    if (hasOtherRights(before, sent.result)) await this.mails.tell(id, 'role_changed');
    return done(id, 'change');
  }

  invite(id: number, body: unknown, reader: PersonIdentity, origin: string): Promise<PersonPage> {
    return this.give(id, body, reader, () => this.help.newInvitationLink(id, origin));
  }

  reset(id: number, body: unknown, reader: PersonIdentity, origin: string): Promise<PersonPage> {
    return this.give(id, body, reader, () => this.help.newResetLink(id, origin));
  }

  async removeSecondFactor(
    id: number,
    body: unknown,
    reader: PersonIdentity,
  ): Promise<SeeOther | PersonPage> {
    const answer = await this.press(id, body, reader, 'second-facteur', () =>
      this.help.removeSecondFactor(id, reader.id),
    );
    if (answer instanceof SeeOther) await this.mails.tell(id, 'second_factor_removed');
    return answer;
  }

  disable(id: number, body: unknown, reader: PersonIdentity): Promise<SeeOther | PersonPage> {
    return this.press(id, body, reader, 'desactivation', () => this.people.disable(id, reader.id));
  }

  enable(id: number, body: unknown, reader: PersonIdentity): Promise<SeeOther | PersonPage> {
    return this.press(id, body, reader, 'reactivation', () => this.people.enable(id));
  }

  async anonymise(id: number, body: unknown, reader: PersonIdentity): Promise<SeeOther | PersonPage> {
    const sent = await submitted(erasureForm, body, ({ email }) => this.data.anonymise(id, email, reader.id));
    if (!sent.ok) return this.refused(id, reader, { form: 'erasure', refusal: sent.refusal });
    return done(id, 'anonymisation');
  }

  export(id: number): Promise<PersonExport> {
    return this.data.export(id);
  }

  private async press(
    id: number,
    body: unknown,
    reader: PersonIdentity,
    word: string,
    act: () => Promise<void>,
  ): Promise<SeeOther | PersonPage> {
    const sent = await submitted(pressedButton, body, act);
    if (sent.ok) return done(id, word);
    return this.refused(id, reader, { form: 'action', refusal: sent.refusal });
  }

  private async give(
    id: number,
    body: unknown,
    reader: PersonIdentity,
    make: () => Promise<PersonLink>,
  ): Promise<PersonPage> {
    const sent = await submitted(pressedButton, body, make);
    if (sent.ok) return this.draw(id, reader, { created: await this.letters.handOver(sent.result) });
    return this.refused(id, reader, { form: 'action', refusal: sent.refusal });
  }

  private refused(id: number, reader: PersonIdentity, refused: PersonRefusal): Promise<PersonPage> {
    return this.draw(id, reader, { refused });
  }

  private async draw(id: number, reader: PersonIdentity, shown: PersonShown): Promise<PersonPage> {
    const person = await this.people.byId(id);
    const around = {
      organisations: await this.organisations.open(),
      invitedUntil: await this.links.pendingUntil(id, 'invitation'),
      isOwn: id === reader.id,
    };
    return {
      title: person.state === 'anonymised' ? `Personne ${id}, anonymisée` : person.name,
      description: 'Le compte d’une personne, ses droits et ce que l’on peut faire pour elle.',
      section: 'administration',
      updated: null,
      ...(shown.refused === undefined ? {} : { status: shown.refused.refusal.status }),
      content: personView(person, around, shown),
    };
  }
}

const done = (id: number, word: string): SeeOther => new SeeOther(`${personPath(id)}?fait=${word}`);

const hasOtherRights = (before: Person, after: Person): boolean =>
  before.role !== after.role || before.organisation !== after.organisation;
