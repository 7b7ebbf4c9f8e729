import { Inject, Injectable } from '@nestjs/common';
import { dayNumber } from '../../kernel/calendar.rules.js';
import { Clock } from '../../platform/clock/clock.js';
import { SeeOther } from '../../platform/views/page.types.js';
import { isOpening, sharedPath, type OpeningRequest } from './share-link.rules.js';
import { ShareLinksService } from './share-links.service.js';

const DAY_SECONDS = 86_400;

/** Following a share link: the secret goes from the address to a cookie, and the page opens under its own address. */
@Injectable()
export class ShareOpeningService {
  constructor(
    @Inject(ShareLinksService) private readonly links: ShareLinksService,
    @Inject(Clock) private readonly clock: Clock,
  ) {}

  /** @throws DomainError 404 `share_closed` for a link that does not open, whatever the reason. */
  async follow(secret: string, request: OpeningRequest): Promise<SeeOther> {
    const { page, expires } = await this.links.follow(secret, isOpening(request));
    // The cookie goes with the link, to the day; within the last one, the server sees to the hour.
    const days = dayNumber(expires) - dayNumber(this.clock.today()) + 1;
    return new SeeOther(sharedPath(page), [
      { name: 'share', value: secret, maxAgeSeconds: days * DAY_SECONDS },
    ]);
  }
}
