import { Inject, Injectable } from '@nestjs/common';
import type { ScopeLimits } from '../accounts/account.types.js';
import { CampaignsService } from '../campaigns/campaigns.service.js';
import { IndicatorsService } from '../indicators/indicators.service.js';
import { yearOf } from '../kernel/calendar.rules.js';
import { DomainError } from '../kernel/domain-error.js';
import { yearPeriod } from '../kernel/period.rules.js';
import type { ClosedPeriod, IsoDate } from '../kernel/period.types.js';
import { compareFrench, sentence } from '../kernel/french-text.rules.js';
import { MeasurementsService } from '../measurements/measurements.service.js';
import { Clock } from '../platform/clock/clock.js';
import { exerciceHolding, exercicePeriod } from '../programme/exercice.rules.js';
import { ProgrammeService } from '../programme/programme.service.js';
import { refuseBeyond, refuseIndicatorBeyond } from './figure-limits.rules.js';
import { seriesAnswer, type SeriesAnswer } from './series-answer.rules.js';
import { spansOf } from './series-spans.rules.js';
import { seriesOf } from './series.rules.js';
import type { SeriesQuery } from './series.schema.js';
import type { Grain, Series, SeriesDimension, SeriesSpan } from './series.types.js';

/** Indicators through time, made of the same measurements and by the same rules as figures. */
@Injectable()
export class SeriesService {
  constructor(
    @Inject(ProgrammeService) private readonly programmes: ProgrammeService,
    @Inject(IndicatorsService) private readonly indicators: IndicatorsService,
    @Inject(CampaignsService) private readonly campaigns: CampaignsService,
    @Inject(MeasurementsService) private readonly measurements: MeasurementsService,
    @Inject(Clock) private readonly clock: Clock,
  ) {}

  /** The points of one indicator. @throws DomainError for codes that nobody bears and for windows that are too long. */
  async of(code: string, query: SeriesQuery): Promise<Series> {
    const { grain, by, campaign, flow } = query;
    const all = await this.indicators.all();
    const indicator = await this.indicators.byCode(code);
    if (flow && indicator.nature !== 'cumulative') throw notCumulative();
    const indicators = all.filter((one) =>
      [indicator.code, indicator.numerator, indicator.denominator].includes(one.code),
    );
    const exercices = await this.programmes.exercices();
    const periodOfYear = (year: number): ClosedPeriod => exercicePeriod(year, exercices);
    const spans = spansOf(grain, { start: query.from.start, end: query.to.end }, periodOfYear);
    const within = campaign === undefined ? undefined : (await this.campaigns.byCode(campaign)).code;
    const startOfExercice = (day: IsoDate): IsoDate =>
      periodOfYear(exerciceHolding(day, exercices) ?? yearOf(day)).start;
    const first = spans[0] && (grain === 'year' ? spans[0].start : startOfExercice(spans[0].start));
    const facts = await Promise.all(
      indicators.map((one) =>
        this.measurements.facts({
          // The last known value of a stock, and what a running total had reached, may be of any day before.
          ...(flow || one.carriesLastValue ? {} : { from: first }),
          to: lastDay(spans, grain),
          indicators: [one.code],
          campaign: within,
        }),
      ),
    );
    return seriesOf({
      indicator,
      indicators,
      today: this.clock.today(),
      grain,
      spans,
      startOfExercice,
      facts: facts.flat(),
      by: by ?? null,
      flow,
      labels: by === undefined ? new Map() : await this.labelsOf(by),
    });
  }

  /**
   * The same as the API answers it, within what the caller's token is limited to.
   * @throws DomainError 403 `out_of_scope` for totals that go beyond, 404 `not_found` for an indicator that is not theirs.
   */
  async answer(code: string, query: SeriesQuery, limits: ScopeLimits | null): Promise<SeriesAnswer> {
    const indicator = await this.indicators.byCode(code);
    if (limits !== null) {
      refuseBeyond(limits, query);
      refuseIndicatorBeyond(limits, indicator.code);
    }
    const campaign = query.campaign === undefined ? null : await this.campaigns.byCode(query.campaign);
    const heading = {
      indicator: indicator.code,
      ...(campaign === null ? {} : { campaign: campaign.code }),
      unit: indicator.unit,
      from: query.from.start,
      to: query.to.end,
      grain: query.grain,
      ...(query.by === undefined ? {} : { by: query.by }),
    };
    return seriesAnswer(heading, await this.of(code, query), indicator.wording.decimals);
  }

  /** Words of slices, in the order in which they are shown. */
  private async labelsOf(by: SeriesDimension): Promise<Map<string, string>> {
    if (by === 'campaign') {
      return new Map((await this.campaigns.all()).map(({ code, shortName }) => [code, shortName]));
    }
    const words =
      by === 'territory'
        ? (await this.programmes.territories()).map(({ code, name }) => ({ code, label: name }))
        : await this.programmes.channels();
    const ordered = words.toSorted((one, other) => compareFrench(one.label, other.label));
    return new Map(ordered.map(({ code, label }) => [code, label]));
  }
}

/** A year's value overlaps the months that are asked for: it is told beside them. */
function lastDay(spans: readonly SeriesSpan[], grain: Grain): string | undefined {
  const last = spans.at(-1)?.end;
  return last === undefined || grain === 'year' ? last : yearPeriod(yearOf(last)).end;
}

function notCumulative(): DomainError {
  const message = sentence`« flow » donne les différences d’un cumul depuis le lancement : cet indicateur n’en est pas un, retirez-le.`;
  return new DomainError('invalid_request', 'Cette série n’a pas de différences.', 400, [
    { path: 'flow', code: 'not_cumulative', message },
  ]);
}
