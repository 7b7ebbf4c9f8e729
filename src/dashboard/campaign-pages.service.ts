import { Inject, Injectable } from '@nestjs/common';
import { CampaignsService } from '../campaigns/campaigns.service.js';
import { FiguresService } from '../figures/figures.service.js';
import { ProgrammeService } from '../programme/programme.service.js';
import { MovedPage, type PageBody } from '../platform/views/page.types.js';
import { campaignPage, type CampaignView } from './campaign.presenter.js';
import { campaignHref } from './campaign-words.js';
import { campaignsListPage, type CampaignsListView } from './campaigns-list.presenter.js';
import type { CampaignsFilter } from './dashboard.schema.js';
import { YearChoiceService } from './year-choice.service.js';

/** The pages of operations. */
@Injectable()
export class CampaignPagesService {
  constructor(
    @Inject(YearChoiceService) private readonly choice: YearChoiceService,
    @Inject(CampaignsService) private readonly campaigns: CampaignsService,
    @Inject(ProgrammeService) private readonly programmes: ProgrammeService,
    @Inject(FiguresService) private readonly figures: FiguresService,
  ) {}

  async list({ annee, statut }: CampaignsFilter): Promise<PageBody<CampaignsListView>> {
    const { year, exercice, years, labels } = await this.choice.choose(annee);
    const [campaigns, figures] = await Promise.all([this.campaigns.ofYear(year), this.figures.year(year)]);
    return campaignsListPage({
      year,
      years,
      labels,
      status: statut ?? null,
      campaigns,
      figures,
      questionedListIsPartial: exercice?.questionedListIsPartial ?? false,
    });
  }

  /** @throws DomainError `not_found`. */
  async one(code: string): Promise<PageBody<CampaignView> | MovedPage> {
    const campaign = await this.campaigns.byCode(code);
    if (code !== campaign.slug) return new MovedPage(campaignHref(campaign));
    const [campaigns, figures, days] = await Promise.all([
      this.campaigns.all(),
      this.figures.campaignFigures(campaign.code),
      this.programmes.daysOf(campaign.year),
    ]);
    return campaignPage({ campaign, campaigns, figures, days });
  }
}
