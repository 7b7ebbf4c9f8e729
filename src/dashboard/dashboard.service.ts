import { Inject, Injectable } from '@nestjs/common';
import type { PersonIdentity } from '../accounts/account.types.js';
import { AnnotationsService } from '../annotations/annotations.service.js';
import { CampaignsService } from '../campaigns/campaigns.service.js';
import { CommitteeService } from '../committee/committee.service.js';
import { ReadinessLineService } from '../entry/followup/readiness-line.service.js';
import { FiguresService } from '../figures/figures.service.js';
import type { PageBody } from '../platform/views/page.types.js';
import { dashboardPage } from './dashboard.presenter.js';
import type { DashboardView } from './dashboard.types.js';
import { YearChoiceService } from './year-choice.service.js';

/** The dashboard of a year: figures, operations and objectives brought together. */
@Injectable()
export class DashboardService {
  constructor(
    @Inject(YearChoiceService) private readonly choice: YearChoiceService,
    @Inject(FiguresService) private readonly figures: FiguresService,
    @Inject(CampaignsService) private readonly campaigns: CampaignsService,
    @Inject(CommitteeService) private readonly committee: CommitteeService,
    @Inject(AnnotationsService) private readonly annotations: AnnotationsService,
    @Inject(ReadinessLineService) private readonly readiness: ReadinessLineService,
  ) {}

  /**
   * @param asked the latest year with figures when absent.
   * @param compare the exercice to compare with; the latest one before when absent.
   * @param reader whoever is signed in: the team sees how far the month is, nobody else does.
   */
  async page(
    asked?: number,
    compare?: number | 'none',
    reader: PersonIdentity | null = null,
  ): Promise<PageBody<DashboardView>> {
    const { year, exercice, years, measured, labels } = await this.choice.choose(asked);
    const [figures, campaigns, objectives] = await Promise.all([
      this.figures.year(year, undefined, compare, 'totals'),
      this.campaigns.ofYear(year),
      this.committee.objectivesOf(year + 1),
    ]);
    const body = dashboardPage({
      year,
      figures,
      campaigns,
      exercice,
      years,
      measured,
      labels,
      events: await this.annotations.published(figures.period),
      objectives: { year: year + 1, items: objectives.map(({ text }) => text) },
    });
    const readiness = await this.readiness.ofPresentMonth(reader);
    return readiness === null ? body : { ...body, content: { ...body.content, readiness } };
  }
}
