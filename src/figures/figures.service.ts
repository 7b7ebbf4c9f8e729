import { Inject, Injectable } from '@nestjs/common';
import type { ScopeLimits } from '../accounts/account.types.js';
import { CampaignsService } from '../campaigns/campaigns.service.js';
import type { Campaign } from '../campaigns/campaign.types.js';
import { IndicatorsService } from '../indicators/indicators.service.js';
import type { ClosedPeriod, IsoDate } from '../kernel/period.types.js';
import { addDays } from '../kernel/calendar.rules.js';
import type { MeasurementFact } from '../measurements/measurement.types.js';
import { MeasurementsService } from '../measurements/measurements.service.js';
import { Clock } from '../platform/clock/clock.js';
import { UnitOfWork } from '../platform/database/unit-of-work.js';
import { VersionedCache } from '../platform/database/versioned-cache.js';
import { exerciceHolding, exercicePeriod } from '../programme/exercice.rules.js';
import { ProgrammeService } from '../programme/programme.service.js';
import type { ExerciceState } from '../programme/programme.types.js';
import { OpinionsService } from '../targets/opinions.service.js';
import { TargetsService } from '../targets/targets.service.js';
import { monthlyPoints } from './breakdown.rules.js';
import { carriedFacts, mayBeCarried } from './carried-stock.rules.js';
import { evidenceOf } from './evidence.rules.js';
import type { FiguresInput, IndicatorRule } from './figure-input.types.js';
import { figureAnswer, type FigureAnswer } from './figure-answer.rules.js';
import { refuseBeyond, withinLimits } from './figure-limits.rules.js';
import { figuresByCampaign } from './campaign-figures.rules.js';
import { withProgrammeCosts } from './cost.rules.js';
import { figureOf } from './figure.rules.js';
import { ComparisonService, type FactsReader } from './comparison.service.js';
import { FiguresRepository } from './figures.repository.js';
import type { Compare, FiguresQuery } from './figures.schema.js';
import type { Figure, YearFigures } from './figures.types.js';
import { namedBySums, summedCodes } from './summed-indicators.rules.js';
import { relatedTo } from './related-indicators.rules.js';
import { opinionRules, targetRules } from './target-input.rules.js';
import { monthlyTargetsOf } from './target-standing.rules.js';

/** Exercices, dates and operations whose figures are kept between two writes. */
const MOST_KEPT = 48;

/** Measurements come added up, but for some indicators; or one by one, those of one indicator to explain. */
type Reading = AddedUp | { explained: string };
type AddedUp = { addedUpBut: ReadonlySet<string>; ofCampaigns: OfCampaigns };

/** Whether the figures of operations come with their breakdowns. */
type OfCampaigns = 'details' | 'totals';

/** The one place where measurements become figures: dashboard, API, exports and bilan all read it. */
@Injectable()
export class FiguresService {
  private readonly kept: VersionedCache<YearFigures>;
  private readonly keptYears: VersionedCache<number[]>;

  constructor(
    @Inject(FiguresRepository) private readonly repository: FiguresRepository,
    @Inject(ProgrammeService) private readonly programmes: ProgrammeService,
    @Inject(IndicatorsService) private readonly indicators: IndicatorsService,
    @Inject(CampaignsService) private readonly campaigns: CampaignsService,
    @Inject(TargetsService) private readonly targets: TargetsService,
    @Inject(OpinionsService) private readonly opinions: OpinionsService,
    @Inject(MeasurementsService) private readonly measurements: MeasurementsService,
    @Inject(ComparisonService) private readonly comparison: ComparisonService,
    @Inject(Clock) private readonly clock: Clock,
    @Inject(UnitOfWork) unitOfWork: UnitOfWork,
  ) {
    this.kept = new VersionedCache(unitOfWork, MOST_KEPT);
    this.keptYears = new VersionedCache(unitOfWork, 1);
  }

  /** Exercices with at least one validated measurement, oldest first. */
  yearsWithFigures(): Promise<number[]> {
    return this.keptYears.of('', async () => {
      const exercices = await this.programmes.exercices();
      const endOf = (day: IsoDate): IsoDate => {
        const held = exerciceHolding(day, exercices);
        return held === null ? day : exercicePeriod(held, exercices).end;
      };
      const days = await this.repository.measuredDays(endOf);
      const held = days.map((day) => exerciceHolding(day, exercices));
      return [...new Set(held)].filter((year) => year !== null).toSorted((one, other) => one - other);
    });
  }

  /**
   * Every figure of an exercice.
   * @param at valid time, the last day of the exercice unless given: what ends after it does not count yet. A later day
   *   brings nothing of the next exercice.
   * @param compare the exercice that they are compared with; `previous` is the latest one before that has figures.
   * @param ofCampaigns `totals` leaves out the breakdowns of operations, of which most pages show none.
   */
  async year(
    year: number,
    at?: IsoDate,
    compare: Compare = 'previous',
    ofCampaigns: OfCampaigns = 'details',
  ): Promise<YearFigures> {
    const other = await this.comparedYear(year, compare);
    const key = `${this.asOfToday(year, at)} ${other ?? 'alone'} ${ofCampaigns}`;
    return this.kept.of(key, () => this.makeYear(year, at, other, ofCampaigns));
  }

  /** The exercice to compare with; null for none, and for the first one that has figures. */
  private async comparedYear(year: number, compare: Compare): Promise<number | null> {
    if (compare === 'none' || compare === year) return null;
    if (compare !== 'previous') return compare;
    return (await this.yearsWithFigures()).findLast((other) => other < year) ?? null;
  }

  /** From sums; from measurements for the indicators of which a reader must be told some. */
  private async makeYear(
    year: number,
    at: IsoDate | undefined,
    other: number | null,
    ofCampaigns: OfCampaigns,
  ): Promise<YearFigures> {
    const oneByOne = new Set<string>();
    for (;;) {
      const figures = await this.computeYear(year, at, other, { addedUpBut: oneByOne, ofCampaigns });
      const all = [...figures.figures, ...[...figures.byCampaign.values()].flat()];
      const named = namedBySums(all, await this.indicators.countedFrom(figures.period.start));
      if (named.every((code) => oneByOne.has(code))) return figures;
      for (const code of named) oneByOne.add(code);
    }
  }

  private async computeYear(
    year: number,
    at: IsoDate | undefined,
    other: number | null,
    reading: AddedUp,
  ): Promise<YearFigures> {
    const { input, changes, all } = await this.gather(year, at, reading);
    const byCampaign = figuresByCampaign({ ...input, totalsOnly: reading.ofCampaigns === 'totals' });
    const whole = input.indicators.map((indicator) => figureOf(indicator, null, input));
    const own = { figures: withProgrammeCosts(whole, byCampaign), byCampaign };
    const read: FactsReader = async (period, day) =>
      (await this.factsOf(period, day, input.indicators, reading)).facts;
    return {
      year,
      period: input.period,
      at: input.at,
      comparedWith: other,
      ...(other === null ? own : await this.comparison.compare(own, input, other, all, read)),
      monthly: new Map(
        input.indicators.flatMap((indicator) => {
          const points = monthlyPoints(evidenceOf(indicator, null, input), input.period);
          return points.length > 0 ? [[indicator.code, points]] : [];
        }),
      ),
      monthlyTargets: new Map(
        input.indicators.flatMap((indicator) => {
          const months = monthlyTargetsOf(indicator, input);
          return months.length > 0 ? [[indicator.code, months]] : [];
        }),
      ),
      lastChange: changes.reduce<string | null>(
        (latest, instant) => (latest === null || instant > latest ? instant : latest),
        null,
      ),
    };
  }

  /**
   * Figures of an exercice, narrowed to an indicator or a campaign by code in any case.
   * @throws DomainError `not_found` for a code that nobody bears.
   */
  async select({ year, at, indicator, campaign, compare }: FiguresQuery): Promise<Figure[]> {
    const wanted = indicator === undefined ? null : await this.indicators.byCode(indicator);
    const within = campaign === undefined ? null : await this.campaigns.byCode(campaign);
    const { figures, byCampaign } = await this.year(year, at, compare, within ? 'details' : 'totals');
    const chosen = within ? (byCampaign.get(within.code) ?? []) : figures;
    return wanted ? chosen.filter((figure) => figure.indicator.code === wanted.code) : chosen;
  }

  /**
   * The same as the API answers it, within what the caller's token is limited to.
   * @throws DomainError 403 `out_of_scope` for totals that go beyond.
   */
  async answers(query: FiguresQuery, limits: ScopeLimits | null): Promise<FigureAnswer[]> {
    if (limits !== null) refuseBeyond(limits, query);
    const answers = (await this.select(query)).map(figureAnswer);
    return limits === null ? answers : withinLimits(answers, limits);
  }

  /** The figures of one operation, in the exercice in which it stands. */
  async campaignFigures(code: string, at?: IsoDate): Promise<Figure[]> {
    const campaign = await this.campaigns.byCode(code);
    return (await this.year(campaign.year, at)).byCampaign.get(campaign.code) ?? [];
  }

  /** What the figures of an indicator are made of, and what was taken back: for whoever explains them. */
  async madeOf(
    indicator: string,
    year: number,
    at?: IsoDate,
  ): Promise<{ input: FiguresInput; withdrawn: readonly MeasurementFact[] }> {
    const { input, withdrawn } = await this.gather(year, at, { explained: indicator });
    return { input, withdrawn };
  }

  /** The present day too: where a running year stands depends on it, with the same data. */
  private asOfToday(asked: string | number, at: IsoDate | undefined): string {
    return [asked, at ?? 'end', this.clock.today()].join(' ');
  }

  private async gather(
    year: number,
    asked: IsoDate | undefined,
    reading: Reading,
  ): Promise<{ input: FiguresInput; changes: string[]; all: Campaign[]; withdrawn: MeasurementFact[] }> {
    const exercices = await this.programmes.exercices();
    const period = exercicePeriod(year, exercices);
    const at = asked ?? period.end;
    const indicators = await this.indicators.countedFrom(period.start);
    const campaigns = await this.campaigns.all();
    const targets = await this.targets.ofPeriod(period, true);
    const baselines = await this.targets.baselinesUntil(period.end);
    const opinions = await this.opinions.ofYear(year);
    const { facts, replaced } = await this.factsOf(period, at, indicators, reading);
    const exercice = exercices.find((one) => one.year === year);
    const isShown = (campaign: Campaign): boolean =>
      campaign.year === year || facts.some((fact) => fact.campaign === campaign.code);
    const { all: organisations, nameAt } = await this.programmes.organisations();
    const input: FiguresInput = {
      year,
      period,
      at,
      today: this.clock.today(),
      exerciceIsOver: this.isOver(period, at, exercice?.state),
      indicators,
      campaigns: [
        ...campaigns.filter((campaign) => campaign.year === year),
        ...campaigns.filter((campaign) => campaign.year !== year),
      ],
      facts,
      ...targetRules(targets, baselines, campaigns),
      opinions: opinionRules(opinions),
      labels: {
        territory: new Map((await this.programmes.territories()).map(({ code, name }) => [code, name])),
        channel: new Map((await this.programmes.channels()).map(({ code, label }) => [code, label])),
        organisation: new Map(organisations.map(({ code }) => [code, nameAt(code, at).name])),
      },
    };
    const described = [
      ...indicators,
      ...campaigns.filter(isShown),
      ...targets,
      ...baselines,
      ...opinions.map(({ recordedAt }) => ({ updatedAt: recordedAt })),
      ...(exercice ? [exercice] : []),
    ];
    const told = [...facts, ...replaced].map(({ recordedAt }) => recordedAt);
    return {
      input,
      all: campaigns,
      withdrawn: replaced,
      changes: [...described.map(({ updatedAt }) => updatedAt), ...told],
    };
  }

  /**
   * What counts at a date in an exercice: its validated measurements, and the stocks that still stand. `replaced` are
   * withdrawals, which took a measurement out of the figures: they date the change.
   */
  private async factsOf(
    { start, end }: ClosedPeriod,
    at: IsoDate,
    indicators: readonly IndicatorRule[],
    reading: Reading,
  ): Promise<Record<'facts' | 'replaced', MeasurementFact[]>> {
    const to = at < end ? at : end;
    const own = 'explained' in reading ? relatedTo(reading.explained, indicators) : indicators;
    const all = await this.measurements.facts({
      from: start,
      to,
      statuses: ['validated', 'withdrawn'],
      ...('explained' in reading
        ? { indicators: own.map(({ code }) => code) }
        : { summed: summedCodes(own).filter((code) => !reading.addedUpBut.has(code)) }),
    });
    const facts = all.filter(({ status }) => status === 'validated');
    const carried: MeasurementFact[] = [];
    for (const { code } of own.filter(({ carriesLastValue }) => carriesLastValue)) {
      const ofYear = facts.filter((fact) => fact.indicator === code);
      if (!mayBeCarried(ofYear)) continue;
      const before = addDays(start, -1);
      const earlier = await this.measurements.facts({ indicators: [code], to: at < before ? at : before });
      carried.push(...carriedFacts(ofYear, earlier));
    }
    const replaced = all.filter(({ status }) => status === 'withdrawn');
    return { facts: [...facts, ...carried], replaced };
  }

  /** The present year is not over, although its figures are asked for as of 31 December; a closed exercice is. */
  private isOver({ end }: ClosedPeriod, at: IsoDate, state: ExerciceState | undefined): boolean {
    const closed = state !== undefined && state !== 'open';
    return at >= end && (closed || this.clock.today() > end);
  }
}
