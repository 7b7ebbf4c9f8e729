import { Inject, Injectable } from '@nestjs/common';
import type { PersonIdentity } from '../../accounts/account.types.js';
import { PeopleService } from '../../accounts/people/people.service.js';
import { ShareLinksService } from '../../accounts/shares/share-links.service.js';
import { addDays } from '../../kernel/calendar.rules.js';
import { Clock } from '../../platform/clock/clock.js';
import { CONFIGURATION, type Configuration } from '../../platform/config/configuration.js';
import type { Refusal } from '../../platform/forms/form.types.js';
import { submitted } from '../../platform/forms/submission.js';
import { type PageBody, SeeOther } from '../../platform/views/page.types.js';
import { administrationRooms } from '../rooms.rules.js';
import { revocation, shareForm as shareSchema, type SharesQuery } from './shares.schema.js';
import { createdSentence, noticeOf, SHARES_PATH, shareForm, shareRow } from './shares.presenter.js';
import type { SharesView } from './shares.types.js';

/** A month: long enough for a session and its follow-up, short enough to be forgotten without harm. */
const PROPOSED_DAYS = 30;

/** The room of share links: making them, seeing whether they serve, closing them. */
@Injectable()
export class SharesPageService {
  constructor(
    @Inject(ShareLinksService) private readonly links: ShareLinksService,
    @Inject(PeopleService) private readonly people: PeopleService,
    @Inject(Clock) private readonly clock: Clock,
    @Inject(CONFIGURATION) private readonly configuration: Pick<Configuration, 'baseUrl'>,
  ) {}

  page(reader: PersonIdentity, { fait }: SharesQuery): Promise<PageBody<SharesView>> {
    return this.draw(reader, { notice: noticeOf(fait) });
  }

  /**
   * Makes a link and shows its address, once.
   * @param origin where this server answers, when no BASE_URL says it.
   */
  async create(body: unknown, by: PersonIdentity, origin: string): Promise<PageBody<SharesView>> {
    const outcome = await submitted(shareSchema, body, async (request) => ({
      path: await this.links.create(request, by.id),
      sentence: createdSentence(request, request.expires),
    }));
    if (!outcome.ok) return this.draw(by, { refusal: outcome.refusal });
    const { path, sentence } = outcome.result;
    const address = `${this.configuration.baseUrl ?? origin}${path}`;
    return this.draw(by, { created: { address, sentence } });
  }

  /** Closes a link, from the next request on. */
  async revoke(id: number, body: unknown, by: PersonIdentity): Promise<SeeOther | PageBody<SharesView>> {
    const outcome = await submitted(revocation, body, () => this.links.revoke(id));
    return outcome.ok
      ? new SeeOther(`${SHARES_PATH}?fait=revoque`)
      : this.draw(by, { refusal: outcome.refusal });
  }

  private async draw(
    reader: PersonIdentity,
    shown: { notice?: string | null; created?: SharesView['created']; refusal?: Refusal },
  ): Promise<PageBody<SharesView>> {
    const { notice = null, created = null, refusal = null } = shown;
    const today = this.clock.today();
    const days = { proposed: addDays(today, PROPOSED_DAYS), latest: this.links.latestExpiry() };
    const years = await this.links.years();
    const names = await this.people.displayNames();
    return {
      title: 'Liens de partage',
      description: 'Les liens qui ouvrent une page réservée sans compte.',
      section: 'administration',
      updated: null,
      ...(refusal === null ? {} : { status: refusal.status }),
      content: {
        rooms: administrationRooms('shares', reader.role),
        notice,
        created,
        form: years.length === 0 ? null : shareForm(days, years, refusal),
        rows: (await this.links.list()).map((link) => shareRow(link, names)),
      },
    };
  }
}
