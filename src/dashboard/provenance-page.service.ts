import { Inject, Injectable } from '@nestjs/common';
import type { DataCaller } from '../accounts/account.types.js';
import { CampaignsService } from '../campaigns/campaigns.service.js';
import { ProvenanceService } from '../figures/provenance.service.js';
import { IndicatorsService } from '../indicators/indicators.service.js';
import { MovedPage, type PageBody } from '../platform/views/page.types.js';
import { ProgrammeService } from '../programme/programme.service.js';
import type { ProvenanceFilter } from './dashboard.schema.js';
import { provenancePage, type ProvenanceView } from './provenance.presenter.js';
import { YearChoiceService } from './year-choice.service.js';

/** Measurements on one page: what a person reads. */
const ROWS = 100;

/** « D’où vient ce chiffre ? » */
@Injectable()
export class ProvenancePageService {
  constructor(
    @Inject(YearChoiceService) private readonly choice: YearChoiceService,
    @Inject(ProgrammeService) private readonly programmes: ProgrammeService,
    @Inject(IndicatorsService) private readonly indicators: IndicatorsService,
    @Inject(CampaignsService) private readonly campaigns: CampaignsService,
    @Inject(ProvenanceService) private readonly provenance: ProvenanceService,
  ) {}

  /** @throws DomainError `not_found` for a code or a year that nobody knows. */
  async one(
    code: string,
    { annee, operation, apres }: ProvenanceFilter,
    reader: DataCaller | null,
  ): Promise<PageBody<ProvenanceView> | MovedPage> {
    const indicator = await this.indicators.byCode(code);
    const campaign = operation === undefined ? null : await this.campaigns.byCode(operation);
    const { year, labels } = await this.choice.choose(annee ?? campaign?.year);
    if (code !== indicator.slug) {
      const within = campaign === null ? '' : `&operation=${campaign.slug}`;
      return new MovedPage(`/indicateurs/${indicator.slug}/provenance?annee=${year}${within}`);
    }
    const told = await this.provenance.of(
      { year, indicator: indicator.code, campaign: campaign?.code, cursor: apres, limit: ROWS },
      reader,
    );
    return provenancePage({
      told,
      campaign,
      label: labels.get(year) ?? String(year),
      labels: await this.labels(told.figure.at),
    });
  }

  /** Words for every code that a measurement's key may bear. */
  private async labels(day: string): Promise<ReadonlyMap<string, string>> {
    const { all, nameAt } = await this.programmes.organisations();
    return new Map([
      ...all.map(({ code }) => [code, nameAt(code, day).name] as const),
      ...(await this.programmes.channels()).map(({ code, label }) => [code, label] as const),
      ...(await this.programmes.territories()).map(({ code, name }) => [code, name] as const),
      ...(await this.campaigns.all()).map(({ code, shortName }) => [code, shortName] as const),
    ]);
  }
}
