import { Inject, Injectable } from '@nestjs/common';
import { PeopleService } from '../../accounts/people/people.service.js';
import { compareFrench, typographic } from '../../kernel/french-text.rules.js';
import { Clock } from '../../platform/clock/clock.js';
import { ProgrammeService } from '../../programme/programme.service.js';
import type { OrganisationChoice } from './people.presenter.js';

/** Organisations by the names that they bear today. */
@Injectable()
export class OrganisationChoicesService {
  constructor(
    @Inject(ProgrammeService) private readonly programmes: ProgrammeService,
    @Inject(PeopleService) private readonly people: PeopleService,
    @Inject(Clock) private readonly clock: Clock,
  ) {}

  /** Every one's name, by code. */
  async names(): Promise<Map<string, string>> {
    const { all, nameAt } = await this.programmes.organisations();
    const today = this.clock.today();
    return new Map(all.map(({ code }) => [code, typographic(nameAt(code, today).name)]));
  }

  /** Those to which a person can be bound now, in the French alphabetical order of names. */
  async open(): Promise<OrganisationChoice[]> {
    const names = await this.names();
    return (await this.people.openOrganisations())
      .map((code) => ({ code, name: names.get(code) ?? code }))
      .sort((one, other) => compareFrench(one.name, other.name));
  }
}
