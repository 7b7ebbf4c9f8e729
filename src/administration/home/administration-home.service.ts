import { Inject, Injectable } from '@nestjs/common';
import { PeopleService } from '../../accounts/people/people.service.js';
import { ShareLinksService } from '../../accounts/shares/share-links.service.js';
import { AnnotationsService } from '../../annotations/annotations.service.js';
import { ApiTokensService } from '../../accounts/tokens/api-tokens.service.js';
import { IndicatorsService } from '../../indicators/indicators.service.js';
import type { PageBody } from '../../platform/views/page.types.js';
import { ProgrammeService } from '../../programme/programme.service.js';
import { homeView } from './home.presenter.js';
import type { AdministrationHomeView } from './home.types.js';

/** The first page of Administration: each room, and what is there now. */
@Injectable()
export class AdministrationHomeService {
  constructor(
    @Inject(ProgrammeService) private readonly programmes: ProgrammeService,
    @Inject(PeopleService) private readonly people: PeopleService,
    @Inject(IndicatorsService) private readonly indicators: IndicatorsService,
    @Inject(AnnotationsService) private readonly annotations: AnnotationsService,
    @Inject(ApiTokensService) private readonly tokens: ApiTokensService,
    @Inject(ShareLinksService) private readonly shares: ShareLinksService,
  ) {}

  async page(): Promise<PageBody<AdministrationHomeView>> {
    const isInstalled = await this.programmes.isInstalled();
    return {
      title: 'Administration',
      description: 'Le programme, les personnes et ce que chacun peut faire.',
      section: 'administration',
      updated: null,
      content: homeView({
        programme: isInstalled ? await this.programmes.programme() : null,
        people: await this.people.all(),
        organisations: (await this.people.openOrganisations()).length,
        indicators: (await this.indicators.all()).filter(({ retiredOn }) => retiredOn === null).length,
        annotations: (await this.annotations.all()).length,
        territories: (await this.programmes.territories()).length,
        tokens: await this.tokens.list(),
        shares: await this.shares.list(),
      }),
    };
  }
}
