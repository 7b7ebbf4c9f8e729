import { Inject, Injectable } from '@nestjs/common';
import type { DataCaller, ScopeLimits } from '../accounts/account.types.js';
import { CampaignsService } from '../campaigns/campaigns.service.js';
import { IndicatorsService } from '../indicators/indicators.service.js';
import { DomainError } from '../kernel/domain-error.js';
import { parisTime } from '../kernel/french-instant.rules.js';
import { MeasurementRecordsService } from '../measurements/measurement-records.service.js';
import { explain } from './explained.rules.js';
import { refuseBeyond, refuseIndicatorBeyond } from './figure-limits.rules.js';
import { FiguresService } from './figures.service.js';
import { provenanceAnswer, type ProvenanceAnswer } from './provenance-answer.rules.js';
import { asideText, checksOf, computationText } from './provenance-words.rules.js';
import { pageOf, tracedFacts } from './provenance.rules.js';
import type { ProvenanceQuery } from './provenance.schema.js';
import type { Explained, FigureProvenance, ShownFact, TracedFact } from './provenance.types.js';

/** Where a figure comes from: measurements, versions, sources, authors and checks, within what the reader may see. */
@Injectable()
export class ProvenanceService {
  constructor(
    @Inject(FiguresService) private readonly figures: FiguresService,
    @Inject(IndicatorsService) private readonly indicators: IndicatorsService,
    @Inject(CampaignsService) private readonly campaigns: CampaignsService,
    @Inject(MeasurementRecordsService) private readonly records: MeasurementRecordsService,
  ) {}

  /** One page of what made a figure. @throws DomainError `not_found` for a code that nobody bears. */
  async of(query: ProvenanceQuery, reader: DataCaller | null): Promise<FigureProvenance> {
    const { code } = await this.indicators.byCode(query.indicator);
    const within = query.campaign === undefined ? null : await this.campaigns.byCode(query.campaign);
    const { input, withdrawn } = await this.figures.madeOf(code, query.year, query.at);
    const indicator = input.indicators.find((one) => one.code === code);
    if (indicator === undefined)
      throw new DomainError('not_found', 'Cet indicateur n’existait pas alors.', 404);
    const explained = explain(indicator, within, input, withdrawn);
    const traced = tracedFacts(explained).filter(
      // That something was taken back, and why, is for those who may read more than what is published.
      ({ aside }) => aside !== 'withdrawn' || reader?.readsReserved === true,
    );
    const { page, next } = pageOf(traced, placeAfter(query.cursor), query.limit);
    const facts = await this.shown(page, explained, reader);
    return {
      figure: explained.figure,
      computation: computationText(explained),
      checks: checksOf(explained, traced),
      facts,
      hidden: page.length - facts.length,
      next: next === null ? null : Buffer.from(next).toString('base64url'),
    };
  }

  /**
   * The same as the API answers it, within what the caller's token is limited to.
   * @throws DomainError 403 `out_of_scope` for totals that go beyond, 404 `not_found` for an indicator that is not theirs.
   */
  async answer(
    query: ProvenanceQuery,
    reader: DataCaller | null,
    limits: ScopeLimits | null,
  ): Promise<ProvenanceAnswer> {
    if (limits !== null) {
      refuseBeyond(limits, query);
      refuseIndicatorBeyond(limits, query.indicator);
    }
    return provenanceAnswer(await this.of(query, reader));
  }

  private async shown(
    page: readonly TracedFact[],
    { indicator }: Explained,
    reader: DataCaller | null,
  ): Promise<ShownFact[]> {
    const histories = await this.records.histories(
      page.map(({ fact }) => fact.id),
      reader,
    );
    const terms = await this.indicators.all();
    return page.flatMap(({ fact, aside }): ShownFact[] => {
      const versions = histories.get(fact.id) ?? [];
      const current = versions.find(({ answer }) => answer.version === fact.version);
      if (current === undefined) return [];
      const taken = { day: parisTime(fact.recordedAt).day, reason: current.answer.reason ?? null };
      return [
        {
          fact,
          aside,
          indicator: terms.find(({ code }) => code === fact.indicator) ?? indicator,
          reason: aside === null ? null : asideText(aside, taken),
          versions,
          current,
        },
      ];
    });
  }
}

/** @throws DomainError `invalid_request` for a cursor that is not ours. */
function placeAfter(cursor: string | undefined): string | null {
  if (cursor === undefined) return null;
  const place = Buffer.from(cursor, 'base64url').toString('latin1');
  if (/^[012] \d{4}-\d{2}-\d{2} \d{12}$/.test(place)) return place;
  const message =
    'Ce curseur n’est pas de nous : reprenez la liste au début, ou le membre « next » de la page précédente.';
  throw new DomainError('invalid_request', message, 400, [{ path: 'cursor', code: 'wrong_cursor', message }]);
}
