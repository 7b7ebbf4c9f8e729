import { Inject, Injectable } from '@nestjs/common';
import type { z } from 'zod';
import { PeopleService } from '../../accounts/people/people.service.js';
import { Clock } from '../../platform/clock/clock.js';
import { submitted } from '../../platform/forms/submission.js';
import { type PageBody, SeeOther } from '../../platform/views/page.types.js';
import { ProgrammeService } from '../../programme/programme.service.js';
import { OrganisationChangesService } from './organisation-changes.service.js';
import { organisationPath } from './organisation-forms.presenter.js';
import {
  noticeOf,
  type OrganisationFormId,
  organisationPage,
  organisationsPage,
} from './organisations.presenter.js';
import {
  buttonBody,
  correctedNameBody,
  detailsBody,
  mergeBody,
  newNameBody,
  organisationBody,
} from './organisations.schema.js';
import type { OrganisationsView, OrganisationView } from './organisations.types.js';

type Shown = Parameters<typeof organisationsPage>[0];
type Answer<View extends object> = Promise<PageBody<View> | SeeOther>;

/** The room of organisations: who they are, what they were called when, which became one. */
@Injectable()
export class OrganisationsPageService {
  constructor(
    @Inject(ProgrammeService) private readonly programmes: ProgrammeService,
    @Inject(OrganisationChangesService) private readonly changes: OrganisationChangesService,
    @Inject(PeopleService) private readonly people: PeopleService,
    @Inject(Clock) private readonly clock: Clock,
  ) {}

  async list(done: string | undefined): Promise<PageBody<OrganisationsView>> {
    return organisationsPage(await this.shown(noticeOf(done)), null);
  }

  async create(body: unknown): Answer<OrganisationsView> {
    const outcome = await submitted(organisationBody, body, async (value) => {
      const { name, nameInSentence, ...details } = value;
      const names = [{ name, nameInSentence, validFrom: null, validTo: null }];
      await this.changes.create({ ...details, names });
      return value.code;
    });
    return outcome.ok
      ? new SeeOther(`${organisationPath(outcome.result)}?fait=creation`)
      : organisationsPage(await this.shown(null), outcome.refusal);
  }

  /** @throws DomainError `not_found`. */
  async one(code: string, done: string | undefined): Promise<PageBody<OrganisationView>> {
    return organisationPage(await this.changes.find(code), await this.shown(noticeOf(done)), null);
  }

  describe(code: string, body: unknown): Answer<OrganisationView> {
    return this.act(code, 'details', 'description', detailsBody, body, (value) =>
      this.changes.describe(code, value),
    );
  }

  addName(code: string, body: unknown): Answer<OrganisationView> {
    return this.act(code, 'new-name', 'nom', newNameBody, body, (value) => this.changes.addName(code, value));
  }

  correctName(code: string, place: number, body: unknown): Answer<OrganisationView> {
    return this.act(code, place, 'nom', correctedNameBody, body, (value) =>
      this.changes.correctName(code, place, value),
    );
  }

  merge(code: string, body: unknown): Answer<OrganisationView> {
    return this.act(code, 'merge', 'fusion', mergeBody, body, (value) => this.changes.merge(code, value));
  }

  separate(code: string, body: unknown): Answer<OrganisationView> {
    return this.act(code, 'merge', 'separation', buttonBody, body, () => this.changes.separate(code));
  }

  /** @throws DomainError `not_found`. */
  private async act<Schema extends z.ZodType>(
    code: string,
    form: OrganisationFormId,
    done: string,
    schema: Schema,
    body: unknown,
    work: (value: z.output<Schema>) => Promise<void>,
  ): Answer<OrganisationView> {
    const organisation = await this.changes.find(code);
    const outcome = await submitted(schema, body, work);
    return outcome.ok
      ? new SeeOther(`${organisationPath(organisation.code)}?fait=${done}`)
      : organisationPage(organisation, await this.shown(null), { form, refusal: outcome.refusal });
  }

  private async shown(notice: string | null): Promise<Shown> {
    const people = new Map<string, number>();
    for (const { organisation, state } of await this.people.all()) {
      if (organisation === null || state === 'anonymised') continue;
      people.set(organisation, (people.get(organisation) ?? 0) + 1);
    }
    const directory = await this.programmes.organisations();
    return { directory, today: this.clock.today(), people, notice };
  }
}
