import { Inject, Injectable } from '@nestjs/common';
import { OneTimeLinksService } from '../links/one-time-links.service.js';
import { PeopleRepository } from '../people/people.repository.js';

/** Who administers an installation that nobody administers yet: whoever reads its console. */
@Injectable()
export class FirstAdminService {
  constructor(
    @Inject(PeopleRepository) private readonly people: PeopleRepository,
    @Inject(OneTimeLinksService) private readonly links: OneTimeLinksService,
  ) {}

  /** Whether somebody may administer today: an invitation not yet accepted does not count. */
  async exists(): Promise<boolean> {
    return (await this.people.countActiveAdmins()) > 0;
  }

  /**
   * The link that creates the first administrator, valid 30 minutes; null when there is one already. The link printed at
   * an earlier start stops working.
   * @param origin where this server answers.
   */
  async link(origin: string): Promise<string | null> {
    return (await this.exists()) ? null : this.links.create('first_admin', null, origin);
  }
}
