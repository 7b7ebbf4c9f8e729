import { Global, Module } from '@nestjs/common';
import { AccountsModule } from '../accounts/accounts.module.js';
import { AnnotationsModule } from '../annotations/annotations.module.js';
import { CampaignsModule } from '../campaigns/campaigns.module.js';
import { CommitteeModule } from '../committee/committee.module.js';
import { ReadinessModule } from '../entry/followup/readiness.module.js';
import { FiguresModule } from '../figures/figures.module.js';
import { IndicatorsModule } from '../indicators/indicators.module.js';
import { PageFrameSource } from '../platform/views/page-frame.source.js';
import { ViewsModule } from '../platform/views/views.module.js';
import { ProgrammeModule } from '../programme/programme.module.js';
import { CampaignPagesService } from './campaign-pages.service.js';
import { CampaignsPagesController } from './campaigns.pages.controller.js';
import { DashboardPagesController } from './dashboard.pages.controller.js';
import { DashboardService } from './dashboard.service.js';
import { IndicatorPagesService } from './indicator-pages.service.js';
import { IndicatorsPagesController } from './indicators.pages.controller.js';
import { LegalPagesService } from './legal-pages.service.js';
import { LegalPagesController } from './legal.pages.controller.js';
import { ProgrammeFrameService } from './programme-frame.service.js';
import { ProvenancePageService } from './provenance-page.service.js';
import { ProvenancePagesController } from './provenance.pages.controller.js';
import { SearchPagesController } from './search/search.pages.controller.js';
import { SearchService } from './search/search.service.js';
import { YearChoiceService } from './year-choice.service.js';

/** Pages made of figures. Global because it signs the pages of every feature with the programme's name. */
@Global()
@Module({
  imports: [
    ViewsModule,
    AccountsModule,
    ProgrammeModule,
    IndicatorsModule,
    CampaignsModule,
    CommitteeModule,
    FiguresModule,
    AnnotationsModule,
    ReadinessModule,
  ],
  controllers: [
    DashboardPagesController,
    CampaignsPagesController,
    IndicatorsPagesController,
    ProvenancePagesController,
    LegalPagesController,
    SearchPagesController,
  ],
  providers: [
    YearChoiceService,
    DashboardService,
    CampaignPagesService,
    IndicatorPagesService,
    ProvenancePageService,
    LegalPagesService,
    SearchService,
    { provide: PageFrameSource, useClass: ProgrammeFrameService },
  ],
  exports: [PageFrameSource],
})
export class DashboardModule {}
