import { Inject, Injectable } from '@nestjs/common';
import { PeopleService } from '../../accounts/people/people.service.js';
import { formView } from '../../platform/forms/form.rules.js';
import type { FormView, Refusal } from '../../platform/forms/form.types.js';
import { submitted } from '../../platform/forms/submission.js';
import type { PageBody } from '../../platform/views/page.types.js';
import { administrationRooms } from '../rooms.rules.js';
import { OrganisationChoicesService } from './organisation-choices.service.js';
import {
  countWords,
  isSoughtBy,
  noticeOf,
  PEOPLE_PATH,
  personRow,
  settingsFields,
} from './people.presenter.js';
import type { OrganisationChoice } from './people.presenter.js';
import { invitationForm, type PeopleQuery } from './people.schema.js';
import type { PeopleView, SecretView } from './people.types.js';
import { PersonLettersService } from './person-letters.service.js';

type PeoplePage = PageBody<PeopleView>;

/** The room of people: who has an account, and inviting somebody. */
@Injectable()
export class PeoplePagesService {
  constructor(
    @Inject(PeopleService) private readonly people: PeopleService,
    @Inject(OrganisationChoicesService) private readonly organisations: OrganisationChoicesService,
    @Inject(PersonLettersService) private readonly letters: PersonLettersService,
  ) {}

  list({ nom, fait }: PeopleQuery): Promise<PeoplePage> {
    return this.draw(nom.trim(), { notice: noticeOf(fait) });
  }

  /** Invites somebody and shows the link, once. @param origin where this server answers, when no BASE_URL says it. */
  async invite(body: unknown, origin: string): Promise<PeoplePage> {
    const sent = await submitted(invitationForm, body, (invitation) =>
      this.people.invite(invitation, origin),
    );
    if (!sent.ok) return this.draw('', { refusal: sent.refusal });
    return this.draw('', { created: await this.letters.handOver(sent.result) });
  }

  private async draw(
    search: string,
    shown: { notice?: string | null; created?: SecretView; refusal?: Refusal },
  ): Promise<PeoplePage> {
    const { notice = null, created = null, refusal = null } = shown;
    const all = await this.people.all();
    const found = all.filter(isSoughtBy(search));
    const names = await this.organisations.names();
    return {
      title: 'Personnes',
      description: 'Les comptes de ce site, leurs rôles et leur état.',
      section: 'administration',
      updated: null,
      ...(refusal === null ? {} : { status: refusal.status }),
      content: {
        rooms: administrationRooms('people'),
        notice,
        created,
        search,
        count: countWords(found.length, all.length),
        rows: found.map((person) => personRow(person, names)),
        form: invitation(await this.organisations.open(), refusal),
      },
    };
  }
}

function invitation(organisations: readonly OrganisationChoice[], refusal: Refusal | null): FormView {
  return formView(
    {
      id: 'invitation',
      action: PEOPLE_PATH,
      submit: 'Inviter',
      fields: [
        { kind: 'email', name: 'email', label: 'Adresse e-mail', maxLength: 254 },
        ...settingsFields(organisations, null),
      ],
    },
    refusal,
  );
}
