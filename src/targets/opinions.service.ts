import { Inject, Injectable } from '@nestjs/common';
import { CampaignsService } from '../campaigns/campaigns.service.js';
import { CommitteeService } from '../committee/committee.service.js';
import { IndicatorsService } from '../indicators/indicators.service.js';
import type { StoreOutcome } from '../platform/database/store-record.js';
import { UnitOfWork } from '../platform/database/unit-of-work.js';
import type { GivenOpinion, OpinionDefinition } from './opinion.types.js';
import { OpinionsRepository } from './opinions.repository.js';
import type { VersionStamp } from './target.types.js';

/** What the committee or the pilot thinks, beside what is computed. Every opinion stays; the last one holds. */
@Injectable()
export class OpinionsService {
  constructor(
    @Inject(UnitOfWork) private readonly unitOfWork: UnitOfWork,
    @Inject(OpinionsRepository) private readonly repository: OpinionsRepository,
    @Inject(IndicatorsService) private readonly indicators: IndicatorsService,
    @Inject(CampaignsService) private readonly campaigns: CampaignsService,
    @Inject(CommitteeService) private readonly committee: CommitteeService,
  ) {}

  /** Every opinion on an exercice, in the order in which they were given; one that takes the former back among them. */
  async ofYear(year: number): Promise<GivenOpinion[]> {
    const rows = await this.repository.ofYear(year);
    if (rows.length === 0) return [];
    const indicators = new Map((await this.indicators.all()).map(({ id, code }) => [id, code]));
    const campaigns = new Map((await this.campaigns.all()).map(({ id, code }) => [id, code]));
    const meetings = new Map(
      (await this.committee.meetings()).map(({ code, date }) => [code, { code, date }]),
    );
    return rows.map(({ indicatorId, campaignId, meetingCode, ...row }) => ({
      ...row,
      indicator: indicators.get(indicatorId) ?? '',
      campaign: campaignId === null ? null : (campaigns.get(campaignId) ?? null),
      meeting: meetingCode === null ? null : (meetings.get(meetingCode) ?? null),
    }));
  }

  /** Adds an opinion; the very same one twice is kept once. @throws DomainError `not_found` on an unknown code. */
  give(definition: OpinionDefinition, stamp: Omit<VersionStamp, 'reason'>): Promise<StoreOutcome> {
    return this.unitOfWork.write(async (): Promise<StoreOutcome> => {
      const { indicator, campaign, ...said } = definition;
      const { id: indicatorId } = await this.indicators.byCode(indicator);
      const campaignId = campaign === null ? null : (await this.campaigns.byCode(campaign)).id;
      const content = { ...said, indicatorId, campaignId };
      if (await this.repository.isKnown(content)) return 'unchanged';
      const { recordedAt, recordedBy } = stamp;
      await this.repository.add(content, { recordedAt, recordedBy });
      return 'created';
    });
  }
}
