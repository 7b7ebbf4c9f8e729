import { Inject, Injectable } from '@nestjs/common';
import type { PersonIdentity } from '../../accounts/account.types.js';
import { PeopleService } from '../../accounts/people/people.service.js';
import { CampaignsService } from '../../campaigns/campaigns.service.js';
import { CommitteeService } from '../../committee/committee.service.js';
import { FiguresService } from '../../figures/figures.service.js';
import { IndicatorsService } from '../../indicators/indicators.service.js';
import { yearOf } from '../../kernel/calendar.rules.js';
import { Clock } from '../../platform/clock/clock.js';
import type { Refusal } from '../../platform/forms/form.types.js';
import { submitted } from '../../platform/forms/submission.js';
import { type PageBody, SeeOther } from '../../platform/views/page.types.js';
import { ProgrammeService } from '../../programme/programme.service.js';
import { OpinionsService } from '../../targets/opinions.service.js';
import { refuseOutsideLists } from '../targets/list-choices.js';
import type { TargetChoices } from '../targets/target-forms.presenter.js';
import type { RoomQuery } from '../targets/targets.schema.js';
import { OpinionEntryService } from './opinion-entry.service.js';
import { noticeOf, OPINIONS_PATH, opinionsPage } from './opinions.presenter.js';
import { opinionBody } from './opinions.schema.js';
import type { OpinionsView } from './opinions.types.js';

/** The room of opinions: what the committee or the pilot thinks, beside what is computed. */
@Injectable()
export class OpinionsPageService {
  constructor(
    @Inject(OpinionsService) private readonly opinions: OpinionsService,
    @Inject(OpinionEntryService) private readonly entry: OpinionEntryService,
    @Inject(FiguresService) private readonly figures: FiguresService,
    @Inject(ProgrammeService) private readonly programmes: ProgrammeService,
    @Inject(IndicatorsService) private readonly indicators: IndicatorsService,
    @Inject(CampaignsService) private readonly campaigns: CampaignsService,
    @Inject(CommitteeService) private readonly committee: CommitteeService,
    @Inject(PeopleService) private readonly people: PeopleService,
    @Inject(Clock) private readonly clock: Clock,
  ) {}

  async list(reader: PersonIdentity, { annee, fait }: RoomQuery): Promise<PageBody<OpinionsView>> {
    return this.draw(reader, await this.yearAsked(annee), noticeOf(fait), null);
  }

  async give(
    reader: PersonIdentity,
    { annee }: RoomQuery,
    body: unknown,
  ): Promise<PageBody<OpinionsView> | SeeOther> {
    const year = await this.yearAsked(annee);
    const outcome = await submitted(opinionBody, body, async (said) => {
      refuseOutsideLists(said, await this.choices(year));
      await this.entry.give({ ...said, year });
    });
    return outcome.ok
      ? new SeeOther(`${OPINIONS_PATH}?annee=${year}&fait=avis`)
      : this.draw(reader, year, null, outcome.refusal);
  }

  private async draw(
    reader: PersonIdentity,
    year: number,
    notice: string | null,
    refusal: Refusal | null,
  ): Promise<PageBody<OpinionsView>> {
    const { figures, byCampaign } = await this.figures.year(year);
    return opinionsPage(
      {
        year,
        exercices: await this.programmes.exercices(),
        today: this.clock.today(),
        choices: await this.choices(year),
        opinions: await this.opinions.ofYear(year),
        figureOf: (indicator, campaign) => {
          const all = campaign === null ? figures : (byCampaign.get(campaign) ?? []);
          return all.find((figure) => figure.indicator.code === indicator) ?? null;
        },
        authors: await this.people.displayNames(),
        role: reader.role,
        notice,
      },
      refusal,
    );
  }

  private async choices(year: number): Promise<TargetChoices> {
    return {
      indicators: await this.indicators.all(),
      campaigns: (await this.campaigns.all()).filter((campaign) => campaign.year === year),
      meetings: await this.committee.meetings(),
    };
  }

  private async yearAsked(asked: number | undefined): Promise<number> {
    if (asked !== undefined) return asked;
    return (await this.programmes.exercices()).at(-1)?.year ?? yearOf(this.clock.today());
  }
}
